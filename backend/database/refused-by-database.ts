/** A database that cannot be used; the message is one sentence with what to do, without the password. */
export class RefusedByDatabase extends Error {}

/** By SQLSTATE, or the code of the system that could not connect. */
const remedies: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'check that it runs and listens there',
  ECONNRESET: 'check that it runs and is not just being stopped',
  ENOTFOUND: 'check the name of its host',
  EHOSTUNREACH: 'check its host and the network',
  ETIMEDOUT: 'check its host and the network',
  '28P01': 'check the user and the password',
  '28000': 'check that this user may sign in from here',
  '3D000': 'create the database first',
  '42501': 'let its user create tables there',
  '53100': 'its disk is full: free some space',
  '53300': 'it has too many connections: end some, or allow more',
  '57P01': 'it was stopped: start it again',
  '57P03': 'it is still starting or already stopping: try again',
};

/** SQLSTATE or system code of a failure or of its cause; empty when it came from no database. */
export function codeOf(error: unknown): string {
  const { code, message, cause } = Object(error);
  if (typeof code === 'string') return code;
  // The pool gives up on a server that stays silent without a code.
  if (/timeout|terminated/i.test(String(message))) return 'ETIMEDOUT';
  return cause === undefined ? '' : codeOf(cause);
}

/** Does what needs a database, and says in one sentence why that one could not be used. */
export async function inDatabase<Result>(
  databaseUrl: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    const remedy = remedies[code];
    if (!remedy) throw error;
    throw new RefusedByDatabase(
      `The database on ${new URL(databaseUrl).host || 'this machine'} cannot be used (${code}); ${remedy}.`,
      { cause: error },
    );
  }
}

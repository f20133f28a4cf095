import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { BackendParts } from '../server.ts';
import { identified } from './identified.ts';
import { noteSignIn } from './sign-in-events.ts';

/**
 * Whoever signs something for good proves once more who they are, in the way they signed in: a desk that is left open
 * signs nothing. It is a try to sign in as any other, on record and counted towards the lock; the session stays as it is.
 */
export async function proveAgain(
  parts: Pick<BackendParts, 'db' | 'clock' | 'signIn'>,
  { user: { userId }, workstationId }: Person,
  password: string,
): Promise<void> {
  const tried = { userId, workstationId };
  await identified(parts, { ...tried, password }).catch(error => {
    const isWrong = error instanceof Refused && error.code === 'bad_credentials';
    throw isWrong ? new Refused('wrong_password', { field: 'password' }) : error;
  });
  const { db, clock } = parts;
  await noteSignIn(db, { kind: 'sign_in', outcome: 'succeeded', ...tried }, clock());
}

import { openKeptDatabase } from '../command/kept-database.ts';
import { readWords } from '../command/typed-words.ts';
import { connect, openPool } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { inDatabase } from '../database/refused-by-database.ts';
import { addVaultKey, readSecrets } from '../secrets.ts';
import { reseal } from './reseal.ts';

const options = {
  data: { type: 'string', default: '.data/backend' },
  'new-key': { type: 'boolean', default: false },
} as const;

async function sealAnew(folder: string): Promise<string> {
  const server = await openKeptDatabase(folder);
  const db = connect(openPool(server.databaseUrl, 1));
  try {
    const keys = await readSecrets(folder);
    return await inDatabase(server.databaseUrl, async () => {
      await migrate(db);
      const count = await reseal(db, keys);
      const newest = keys.laterVaultKeys.at(-1)?.id;
      return `${count} numbers and files are sealed anew; all that is kept is sealed with key ${newest}.`;
    });
  } finally {
    await db.destroy();
    await server.stop();
  }
}

async function makeKey(folder: string): Promise<string> {
  const id = await addVaultKey(folder);
  return `Key ${id} is made in vault-keys.json; restart every server with that file, then run vault:rotate without --new-key.`;
}

try {
  const { data, 'new-key': isNew } = readWords(process.argv.slice(2), options);
  console.log(await (isNew ? makeKey(data) : sealAnew(data)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

import { parseArgs } from 'node:util';
import { openKeptDatabase } from '../command/kept-database.ts';
import { BadArguments } from '../command/typed-words.ts';
import { connect, openPool } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { inDatabase } from '../database/refused-by-database.ts';
import { aheadMs } from '../sandbox/clock.ts';
import { readSecrets } from '../secrets.ts';
import { sandboxAch } from './compose-ach.ts';
import { readAchText } from './read-file.ts';
import { type Received, receiveAchFile } from './receive/receive-ach-file.ts';

const USAGE =
  'usage: npm run ach:receive -- FILE [--data FOLDER], where - as FILE reads standard input';

const CONNECTIONS = 2;

function readArguments(args: string[]): { file: string; data: string } {
  const options = { data: { type: 'string', default: '.data/backend' } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file, data: values.data };
  } catch (error) {
    throw new BadArguments(USAGE, { cause: error });
  }
  throw new BadArguments(USAGE);
}

async function receive(text: string, folder: string): Promise<Received> {
  const server = await openKeptDatabase(folder);
  const pool = openPool(server.databaseUrl, CONNECTIONS);
  const db = connect(pool);
  try {
    const keys = await readSecrets(folder);
    return await inDatabase(server.databaseUrl, async () => {
      await migrate(db);
      // A sandbox that was moved is ahead of the real time.
      const ahead = await aheadMs(pool);
      const clock = () => Date.now() + ahead;
      return receiveAchFile(sandboxAch({ ...keys, db, clock }), text);
    });
  } finally {
    await db.destroy();
    await server.stop();
  }
}

function say(received: Received): string[] {
  switch (received.outcome) {
    case 'applied':
      return [`applied: ${received.returns} returns, ${received.notices} notices of change`];
    case 'repeated':
      return [`The same file was ${received.as} before; nothing changed.`];
    case 'refused':
      return received.faults.map(({ line, reason }) => `line ${line}: ${reason}`);
  }
}

try {
  const { file, data } = readArguments(process.argv.slice(2));
  const received = await receive(await readAchText(file), data);
  console.log(say(received).join('\n'));
  process.exitCode = received.outcome === 'refused' ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { BadArguments, folderPath, postgresAddress } from '../command/typed-words.ts';
import { connect, openPool } from '../database/connect.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { inDatabase } from '../database/refused-by-database.ts';
import { aheadMs } from '../sandbox/clock.ts';
import { StatementRefused } from './keep-entries.ts';
import { readStatement, type StatementFault } from './read-statement.ts';
import { sayTaken } from './say-taken.ts';
import { type TakenStatement, takeStatement } from './take-statement.ts';

const USAGE = 'usage: npm run wires -- FILE [--json] [--data FOLDER]';

/** The latest zone there is: a day that has begun nowhere yet cannot have been booked on. */
const FIRST_TO_BEGIN_A_DAY = 'Pacific/Kiritimati';

function readArguments(args: string[]) {
  const options = {
    json: { type: 'boolean', default: false },
    data: { type: 'string', default: '.data/backend' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file, ...values };
  } catch (error) {
    throw new BadArguments(USAGE, { cause: error });
  }
  throw new BadArguments(USAGE);
}

/** npm starts commands in the folder of the project; a name is meant from where the person stands. */
function readFile(name: string): string {
  const { INIT_CWD } = process.env;
  const file = INIT_CWD && !existsSync(name) ? path.resolve(INIT_CWD, name) : name;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const why = existsSync(file) ? 'it is not a text file in UTF-8' : 'there is no such file';
    throw new BadArguments(`Cannot read ${name}: ${why}.`, { cause: error });
  }
}

async function openDatabase(folder: string) {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) {
    const databaseUrl = postgresAddress('DATABASE_URL', DATABASE_URL);
    return { databaseUrl, stop: async () => undefined };
  }
  if (existsSync(folderPath('--data', folder))) return openEmbedded(folder);
  throw new BadArguments(`There is no backend in ${folder}; start it once, or set DATABASE_URL.`);
}

/** A sandbox that was moved is ahead of the real time, and so are its statements. */
async function take(text: string, folder: string): Promise<TakenStatement> {
  const server = await openDatabase(folder);
  const pool = openPool(server.databaseUrl, 2);
  const db = connect(pool);
  try {
    return await inDatabase(server.databaseUrl, async () => {
      await migrate(db);
      const now = Date.now() + (await aheadMs(pool));
      const read = readStatement(text, dateIn(FIRST_TO_BEGIN_A_DAY, instantOf(now)));
      if (!read.ok) throw new StatementRefused(read.faults);
      return takeStatement(db, read.entries, now);
    });
  } finally {
    await db.destroy();
    await server.stop();
  }
}

function sayRefused(faults: readonly StatementFault[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ ok: false, faults }));
    return;
  }
  for (const { line, reason } of faults) console.log(`line ${line}: ${reason}`);
  console.log('Nothing of this statement was taken; correct it and read it again.');
}

try {
  const { file, json, data } = readArguments(process.argv.slice(2));
  try {
    const taken = await take(readFile(file), data);
    console.log(json ? JSON.stringify({ ok: true, ...taken }) : sayTaken(taken).join('\n'));
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error;
    sayRefused(error.faults, json);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { openKeptDatabase } from '../command/kept-database.ts';
import { readWords } from '../command/typed-words.ts';
import { connect, openPool } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { inDatabase } from '../database/refused-by-database.ts';
import { type LedgerReport, ledgerReport } from './report.ts';

const options = {
  data: { type: 'string', default: '.data/backend' },
  json: { type: 'boolean', default: false },
} as const;

async function report(folder: string): Promise<LedgerReport> {
  const server = await openKeptDatabase(folder);
  const pool = openPool(server.databaseUrl, 1);
  const db = connect(pool);
  try {
    return await inDatabase(server.databaseUrl, async () => {
      await migrate(db);
      return ledgerReport(pool);
    });
  } finally {
    await db.destroy();
    await server.stop();
  }
}

function say({ counts, checks, differences }: LedgerReport): void {
  for (const { check, id, expectedCents, foundCents } of differences) {
    const [expected, found] = [showMoney(cents(expectedCents)), showMoney(cents(foundCents))];
    console.log(`DIFFERS: ${check}: ${id}: the lines say ${expected}, it says ${found}`);
  }
  const counted = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  console.log(`${counted.join(', ')}; ${checks} checks, ${differences.length} differences`);
}

try {
  const { data, json } = readWords(process.argv.slice(2), options);
  const proven = await report(data);
  if (json) console.log(JSON.stringify(proven));
  else say(proven);
  process.exitCode = proven.differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

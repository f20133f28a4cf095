import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { connect, openPool } from '../database/connect.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { type LedgerReport, ledgerReport } from './report.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '.data/backend' },
    json: { type: 'boolean', default: false },
  },
});

async function openDatabase(): Promise<{ databaseUrl: string; stop(): Promise<void> }> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return { databaseUrl: DATABASE_URL, stop: async () => undefined };
  if (existsSync(options.data)) return openEmbedded(options.data);
  throw new Error(
    `There is no ledger in ${options.data}; start the backend once, or set DATABASE_URL.`,
  );
}

async function report(): Promise<LedgerReport> {
  const server = await openDatabase();
  const pool = openPool(server.databaseUrl, 1);
  const db = connect(pool);
  try {
    await migrate(db);
    return await ledgerReport(pool);
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
  const proven = await report();
  if (options.json) console.log(JSON.stringify(proven));
  else say(proven);
  process.exitCode = proven.differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

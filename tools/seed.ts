import { BadArguments } from '#backend/command/typed-words.ts';
import { connect, openPool } from '#backend/database/connect.ts';
import { openEmbedded } from '#backend/database/embedded.ts';
import { migrate } from '#backend/database/migrate.ts';
import { inDatabase, RefusedByDatabase } from '#backend/database/refused-by-database.ts';
import { AlreadySeeded, type SeedReport, seedDatabase } from '#backend/seed/seed-database.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { readArguments, type SeedArguments, USAGE } from './seed/arguments.ts';
import { progressOn } from './seed/progress.ts';

/** The database to fill, and how to leave it. */
async function openDatabase(database: SeedArguments['database']) {
  if ('url' in database) return { databaseUrl: database.url, stop: async () => undefined };
  return openEmbedded(database.folder);
}

async function seed(wanted: SeedArguments, signal: AbortSignal): Promise<SeedReport> {
  const server = await openDatabase(wanted.database);
  try {
    const pool = openPool(server.databaseUrl, 2);
    const db = connect(pool);
    const progress = progressOn(process.stderr);
    try {
      return await inDatabase(server.databaseUrl, async () => {
        await pool.query('SELECT');
        await migrate(db);
        return seedDatabase(pool, { ...wanted, signal, onProgress: progress.show });
      });
    } finally {
      progress.done();
      await db.destroy();
    }
  } finally {
    await server.stop();
  }
}

function say(report: SeedReport): void {
  const count = (number: number) => number.toLocaleString('en-US');
  console.log(
    [
      `Seeded ${count(report.patients)} patients with seed ${report.seed} as of ${report.asOf} in ${report.seconds.toFixed(1)} s:`,
      `  ${count(report.guarantors)} guarantors, ${count(report.accounts)} accounts, ${count(report.statements)} statements,`,
      `  ${count(report.charges)} charges, ${count(report.payments)} payments, ${count(report.ledgerLines)} ledger lines`,
      `  digest of all rows: ${report.digest}`,
    ].join('\n'),
  );
}

function failure(error: unknown): { sentence: string; exitCode: number } {
  if (error instanceof BadArguments) return { sentence: error.message, exitCode: 2 };
  if (error instanceof AlreadySeeded) {
    return { sentence: `${error.message} Use --replace to remove them first.`, exitCode: 1 };
  }
  // PostgreSQL hears of an interrupt, too, and may be the one whose end is noticed first.
  if (interrupt.signal.aborted) return { sentence: 'Stopped; nothing was written.', exitCode: 130 };
  if (error instanceof RefusedByDatabase) {
    return { sentence: `${error.message} Nothing was written.`, exitCode: 1 };
  }
  const why = error instanceof Error ? error.message : String(error);
  return { sentence: `Nothing was written: ${why}`, exitCode: 1 };
}

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());

try {
  const today = dateIn('UTC', instantOf(Date.now()));
  const wanted = readArguments(process.argv.slice(2), process.env, today);
  if (!wanted) console.log(USAGE);
  else {
    const report = await seed(wanted, interrupt.signal);
    if (wanted.json) console.log(JSON.stringify(report));
    else say(report);
  }
} catch (error) {
  const { sentence, exitCode } = failure(error);
  console.error(sentence);
  process.exitCode = exitCode;
}

import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { connect, openPool } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { inDatabase } from '../database/refused-by-database.ts';
import { aheadMs } from '../sandbox/clock.ts';
import { AlreadySeeded, seedDatabase } from '../seed/seed-database.ts';
import { readySandboxAccounts } from '../sign-in/sandbox-accounts.ts';

export interface ReadyOptions {
  /** How many an empty database is given; left out: it stays empty. */
  readonly patients?: number;
  readonly seed: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Migrates a database, and fills one without patients with as many as are wanted. */
export function readyDatabase(databaseUrl: string, options: ReadyOptions): Promise<void> {
  return inDatabase(databaseUrl, async () => {
    const pool = openPool(databaseUrl, 2);
    const db = connect(pool);
    try {
      await pool.query('SELECT');
      await migrate(db);
      await readySandboxAccounts(db, Date.now() + (await aheadMs(pool)));
      const { rowCount } = await pool.query('SELECT FROM guarantor LIMIT 1');
      if (!rowCount) await fill(pool, options);
    } finally {
      await db.destroy();
    }
  });
}

async function fill(
  pool: ReturnType<typeof openPool>,
  { patients, seed, signal, say }: ReadyOptions,
): Promise<void> {
  if (patients === undefined) {
    say('The database has no patients and was left so; --patients N fills it with made-up ones.');
    return;
  }
  say(`seeding ${patients} patients …`);
  try {
    const asOf = dateIn('UTC', instantOf(Date.now()));
    await seedDatabase(pool, { patients, seed, asOf, signal });
  } catch (error) {
    // Another server that started at the same time was faster.
    if (!(error instanceof AlreadySeeded)) throw error;
  }
}

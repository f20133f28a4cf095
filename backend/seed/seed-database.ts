import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import { allowMoving } from '../sandbox/clock.ts';
import { families, type SeedWanted } from './families.ts';
import { openBatch, openTally } from './write/batch.ts';
import { emptyDatabase } from './write/empty-database.ts';
import { silenceFeed } from './write/feed.ts';
import { liftForeignKeys } from './write/foreign-keys.ts';
import { seededTables } from './write/table-rows.ts';

export interface SeedProgress {
  readonly patients: number;
  readonly total: number;
  readonly seconds: number;
}

export interface SeedOptions extends SeedWanted {
  /** Removes the patients that are there instead of refusing. */
  readonly replace?: boolean;
  /** Stops between two families; nothing of the seed stays. */
  readonly signal?: AbortSignal;
  onProgress?(progress: SeedProgress): void;
}

export interface SeedReport extends SeedWanted {
  readonly guarantors: number;
  readonly accounts: number;
  readonly statements: number;
  readonly charges: number;
  readonly payments: number;
  readonly ledgerLines: number;
  readonly seconds: number;
  /** SHA-256 of all rows in order: the same for the same seed, patients and as-of date. */
  readonly digest: string;
}

/** The database already holds patients, and nobody asked to replace them. */
export class AlreadySeeded extends Error {}

const FAMILIES_IN_A_BATCH = 400;

/** So that a server that seeds itself still answers, and sending goes on beside drawing. */
const FAMILIES_IN_A_TURN = 20;

/** Any number that nothing else locks; servers that start together seed one after the other. */
const SEED_LOCK = 7_364_201;

/**
 * The ledger's check of new lines is planned while the tables are empty, when reading a table whole
 * looks cheap, and keeps that plan while they grow.
 */
const PLAN_FOR_GROWTH =
  'SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off';
const PLAN_AS_USUAL =
  'SET LOCAL enable_seqscan = on; SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on';

/**
 * Fills a migrated database: all of it or, when it fails or is stopped, nothing. Memory does not grow
 * with the number of patients. Throws `AlreadySeeded` when there are patients and `replace` is not set.
 */
export async function seedDatabase(pool: pg.Pool, options: SeedOptions): Promise<SeedReport> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const report = await seedIn(client, options);
    await client.query('COMMIT');
    client.release();
    return report;
  } catch (error) {
    // Closing the connection takes back what it wrote, even in the middle of a COPY.
    client.release(true);
    throw error;
  }
}

async function seedIn(client: pg.PoolClient, options: SeedOptions): Promise<SeedReport> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  await client.query(`SELECT pg_advisory_xact_lock(${SEED_LOCK})`);
  await makeRoom(client, options.replace ?? false);
  const letFeedHear = await silenceFeed(client);
  const putForeignKeysBack = await liftForeignKeys(client);
  await client.query(PLAN_FOR_GROWTH);

  const tally = openTally();
  let batch = openBatch(tally);
  let writing = Promise.resolve();
  let drawn = 0;
  let patients = 0;
  const flush = async () => {
    await writing;
    writing = batch.write(client);
    // A failure is thrown at the next `await writing`; until then it must not count as unhandled.
    writing.catch(() => undefined);
    batch = openBatch(tally);
    options.onProgress?.({ patients, total: options.patients, seconds: seconds() });
  };
  for (const family of families(options)) {
    batch.add(family);
    drawn += 1;
    patients += family.patients.length;
    if (drawn % FAMILIES_IN_A_BATCH === 0) await flush();
    if (drawn % FAMILIES_IN_A_TURN === 0) await nextTurn();
    options.signal?.throwIfAborted();
  }
  await flush();
  await writing;
  await client.query(PLAN_AS_USUAL);
  // What the planner knows is of empty tables, until it is told.
  await client.query(
    `ANALYZE payment_search, ${seededTables.map(({ table }) => table).join(', ')}`,
  );
  await putForeignKeysBack();
  await letFeedHear();
  await allowMoving(client);
  const rowsOf = (table: string) => tally.rows[table] ?? 0;
  return {
    patients: rowsOf('patient'),
    seed: options.seed,
    asOf: options.asOf,
    guarantors: rowsOf('guarantor'),
    accounts: rowsOf('account'),
    statements: rowsOf('statement'),
    charges: rowsOf('charge'),
    payments: rowsOf('payment'),
    ledgerLines: rowsOf('ledger_line'),
    seconds: Math.round(seconds() * 100) / 100,
    digest: tally.digest(),
  };
}

async function makeRoom(client: pg.PoolClient, replace: boolean): Promise<void> {
  if (replace) return emptyDatabase(client);
  const { rows } = await client.query('SELECT EXISTS (SELECT FROM guarantor) AS seeded');
  if (rows[0]?.seeded) {
    throw new AlreadySeeded('The database already has patients, so nothing was written to it.');
  }
}

import { expect } from 'vitest';
import type { TestBackend } from './test-backend.ts';

/** The tables that a transaction which waits for a lock has written to so far; none while no such statement waits. */
async function writtenByWaiting({ pool }: TestBackend, statement: string): Promise<string[]> {
  const { rows } = await pool.query<{ table: string }>(
    `SELECT DISTINCT relation::regclass::text AS table FROM pg_stat_activity JOIN pg_locks USING (pid)
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%' || $1 || '%'
       AND locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted`,
    [statement],
  );
  return rows.map(({ table }) => table);
}

interface Stop<Begun> {
  /** What somebody else locks, and never lets go of before the end. */
  readonly lock: string;
  readonly begin: () => Begun;
  /** How the statement that needs it begins, and which tables are written to before it. */
  readonly statement: string;
  readonly written: readonly string[];
}

/**
 * Holds something back from a transaction, so that it stops where it needs it, with all before that written and nothing
 * committed; then does what is to happen in that moment, and lets go.
 */
export async function stoppedAt<Begun>(
  backend: TestBackend,
  { lock, begin, statement, written }: Stop<Begun>,
  then: (begun: Begun) => Promise<void>,
): Promise<void> {
  const holder = await backend.pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(lock);
    const begun = begin();
    await expect
      .poll(() => writtenByWaiting(backend, statement), { timeout: 60_000, interval: 20 })
      .toEqual(expect.arrayContaining([...written]));
    await then(begun);
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
}

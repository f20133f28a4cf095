import type pg from 'pg';
import { expect } from 'vitest';

/** Anything nobody else locks by. */
const GATE = 5_100_000_051;

/** Tables whose changes are to be held, each with which of them. */
const heldOn = {
  account: 'OLD.balance_cents <> NEW.balance_cents',
  exception_case: 'OLD.resolved_at IS DISTINCT FROM NEW.resolved_at',
} as const;

/** How many of the database's transactions wait for another one's lock. */
export async function waiting(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0].waiting;
}

/**
 * Two pieces of work side by side for certain: the first is held in its transaction where it changes the table, with
 * every lock that it has by then, until the second waits for a lock too. Then both go on.
 */
export async function sideBySide<First, Second>(
  pool: pg.Pool,
  table: keyof typeof heldOn,
  [first, second]: readonly [() => Promise<First>, () => Promise<Second>],
): Promise<[First, Second]> {
  const gate = await pool.connect();
  try {
    await gate.query(`
      CREATE OR REPLACE FUNCTION wait_at_the_gate() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_advisory_xact_lock_shared(${GATE}); RETURN NULL; END';
      CREATE TRIGGER waits_at_the_gate AFTER UPDATE ON ${table} FOR EACH ROW WHEN (${heldOn[table]})
        EXECUTE FUNCTION wait_at_the_gate()`);
    await gate.query(`SELECT pg_advisory_lock(${GATE})`);
    const one = first();
    await expect.poll(() => waiting(pool), { timeout: 20_000 }).toBe(1);
    const two = second();
    await expect.poll(() => waiting(pool), { timeout: 20_000 }).toBe(2);
    await gate.query(`SELECT pg_advisory_unlock(${GATE})`);
    return await Promise.all([one, two]);
  } finally {
    await gate.query('SELECT pg_advisory_unlock_all()');
    await gate.query(`DROP TRIGGER waits_at_the_gate ON ${table}`);
    gate.release();
  }
}

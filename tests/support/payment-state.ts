import type pg from 'pg';
import { expect } from 'vitest';

/** The state a payment stands in; undefined when there is none under the key. */
export async function stateOf(pool: pg.Pool, key: string): Promise<string | undefined> {
  const { rows } = await pool.query('SELECT state FROM payment WHERE key = $1', [key]);
  return rows[0]?.state;
}

/** Waits until a payment has come to a state. */
export async function expectStateToBecome(
  pool: pg.Pool,
  key: string,
  state: string,
): Promise<void> {
  await expect.poll(() => stateOf(pool, key), { timeout: 40_000, interval: 50 }).toBe(state);
}

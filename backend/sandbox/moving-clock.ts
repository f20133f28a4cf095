import type pg from 'pg';
import { NotMoved } from './arrival.ts';
import { carryAlong } from './carry-along.ts';
import { aheadMs, isSandbox } from './clock.ts';

/** The clock of who moves a sandbox: it keeps up with itself at once. */
export interface MovingClock {
  readonly now: () => number;
  readonly moveTo: (ms: number) => Promise<void>;
}

/** Puts a sandbox that much ahead of the real time, never back, with whoever is at a desk. */
async function moveAhead(pool: pg.Pool, ms: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT ahead_ms FROM sandbox_clock FOR UPDATE');
    const ahead: number = rows[0].ahead_ms;
    if (ms > ahead) {
      await carryAlong(client, { atMs: Date.now() + ahead, byMs: ms - ahead });
      await client.query('UPDATE sandbox_clock SET ahead_ms = $1', [ms]);
    }
    await client.query('COMMIT');
  } catch (failure) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw failure;
  } finally {
    client.release();
  }
}

/** Takes hold of a sandbox's clock; refuses a database with real patients. */
export async function movingClock(pool: pg.Pool): Promise<MovingClock> {
  if (!(await isSandbox(pool))) {
    throw new NotMoved(
      'This database was not filled with made-up patients, so it is no sandbox and stays at the real date.',
    );
  }
  let ahead = await aheadMs(pool);
  return {
    now: () => Date.now() + ahead,
    async moveTo(ms) {
      ahead = Math.max(ahead, ms - Date.now());
      await moveAhead(pool, ahead);
    },
  };
}

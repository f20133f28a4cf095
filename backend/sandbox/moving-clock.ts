import type pg from 'pg';
import { NotMoved } from './arrival.ts';
import { aheadMs, isSandbox } from './clock.ts';
import { moveAhead } from './move-ahead.ts';

/** The clock of who moves a sandbox: it keeps up with itself at once. */
export interface MovingClock {
  readonly now: () => number;
  readonly moveTo: (ms: number) => Promise<void>;
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

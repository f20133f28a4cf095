import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { openPool } from '../database/connect.ts';
import { takeTurns } from '../jobs/take-turns.ts';

/** What asks PostgreSQL: a pool, or one connection. */
type Asks = Pick<pg.ClientBase, 'query'>;

/** How soon a server notices that the sandbox was moved to another day. */
const LOOK_EVERY_MS = 500;

/** Marks a database whose patients are made up: it may be moved. */
export async function allowMoving(client: Asks): Promise<void> {
  await client.query('INSERT INTO sandbox_clock DEFAULT VALUES ON CONFLICT DO NOTHING');
}

async function readAhead(asks: Asks): Promise<number | undefined> {
  const { rows } = await asks.query('SELECT ahead_ms FROM sandbox_clock');
  return rows[0]?.ahead_ms;
}

/** Whether the patients of this database are made up, so that it may be moved. */
export async function isSandbox(asks: Asks): Promise<boolean> {
  return (await readAhead(asks)) !== undefined;
}

/** How far the sandbox is ahead of the real time; 0 where the patients are real. */
export async function aheadMs(asks: Asks): Promise<number> {
  return (await readAhead(asks)) ?? 0;
}

/** A sandbox's clock as its database has it. */
interface FollowedClock {
  /** The real time, and as much more as the sandbox is ahead; in milliseconds since 1970. */
  readonly clock: () => number;
  /** How far the sandbox is ahead; 0 where the patients are real. */
  readonly ahead: () => number;
  readonly stop: () => Promise<void>;
}

/** Settles when servers have looked again: who signs in by a clock of before a move would be signed out by the next. */
export const serversFollow = () => wait(2 * LOOK_EVERY_MS);

/** The clock of a server, which keeps up with its database. */
export async function followClock(databaseUrl: string): Promise<FollowedClock> {
  const pool = openPool(databaseUrl, 1);
  let ahead = await aheadMs(pool);
  // A database that is away leaves the clock as it is; whoever else needs it says so.
  const looking = takeTurns(
    async () => {
      ahead = await aheadMs(pool);
    },
    LOOK_EVERY_MS,
    () => undefined,
  );
  return {
    clock: () => Date.now() + ahead,
    ahead: () => ahead,
    async stop() {
      await looking.stop();
      await pool.end();
    },
  };
}

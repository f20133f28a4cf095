import { setTimeout as wait } from 'node:timers/promises';
import { comeIn, Told, value } from './at-the-desk.ts';
import type { DeskSeat } from './desk-seat.ts';
import type { Journals } from './journals.ts';
import type { World } from './world.ts';

const SETTLING_MS = 180_000;
/** How long the desks are left to themselves before somebody asks. */
const UNASKED_MS = 20_000;
/** How long calm must have lasted, so that what was delivered late has arrived and has been answered. */
const CALM_MS = 1_000;

/** How much is open in the backend, and how many voids it has done that their desk has not heard of. */
async function unsettled({ pool }: World, journals: Journals): Promise<number> {
  const { rows } = await pool.query<{ key: string; state: string }>(
    `SELECT key, state FROM payment
     WHERE state IN ('sent', 'unknown', 'voided') OR (state = 'approved' AND void_asked_at IS NOT NULL)`,
  );
  const voided = new Set(rows.filter(({ state }) => state === 'voided').map(({ key }) => key));
  const unheard = journals
    .attempts()
    .filter(({ key, state }) => voided.has(key) && state !== 'voided');
  return rows.length - voided.size + unheard.length;
}

/** What a person does who wants to know: comes in, and asks. */
async function askAtTheDesk(desk: DeskSeat): Promise<void> {
  try {
    await comeIn(desk);
    await value(desk, 'payments.askNow', null);
  } catch (trouble) {
    if (!(trouble instanceof Told)) throw trouble;
  }
}

/** Waits until nobody has anything open any more, or for as long as is allowed. */
export async function settle(world: World, journals: Journals): Promise<void> {
  const lines = [...world.deskLines, ...world.processorLines];
  await Promise.all(lines.map(line => line.settled()));
  const startedAt = Date.now();
  let calmSince = startedAt;
  for (const until = startedAt + SETTLING_MS; Date.now() < until; await wait(200)) {
    if (Date.now() - startedAt > UNASKED_MS) {
      await Promise.all(world.desks.map(askAtTheDesk));
    }
    if (journals.counts().open + (await unsettled(world, journals)) > 0) calmSince = Date.now();
    else if (Date.now() - calmSince > CALM_MS) return;
  }
}

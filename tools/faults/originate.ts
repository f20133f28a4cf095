import { setTimeout as wait } from 'node:timers/promises';
import { unlessGone } from './seat.ts';
import type { World } from './world.ts';

/** Past the cut-off of every debit, also of one that was agreed to by a wrong clock before a long weekend. */
const LATER_MS = 10 * 86_400_000;
const FIRST_FILE_MS = 5_000;

/** Comes back as soon as one of the files is committed, while the others are being written. */
async function firstFile({ pool }: World): Promise<void> {
  for (const until = Date.now() + FIRST_FILE_MS; Date.now() < until; await wait(1)) {
    if ((await pool.query('SELECT FROM ach_file LIMIT 1')).rows.length > 0) return;
  }
}

/**
 * After the cut-off: every server sends what is due to the bank, all at once, and one of them is killed
 * meanwhile; then all do it again. Gives how often one really was killed at it.
 */
export async function originate(world: World): Promise<number> {
  await Promise.all(world.backends.map(seat => seat.setClock(LATER_MS)));
  const all = () =>
    world.backends.map(async seat => unlessGone((await seat.running()).ask('originate')));
  const begun = all();
  await firstFile(world);
  await world.backends[0]?.killAndRevive(0);
  const killed = (await Promise.all(begun)).filter(done => done === undefined).length;
  await Promise.all(all());
  return killed;
}

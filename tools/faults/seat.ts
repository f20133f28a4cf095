import { type Child, ChildGone } from './child.ts';

/** A process that is started again whenever it was killed, on the same files. */
export interface Seat<Ready> {
  /** The process that runs now; waits while it is being started again. */
  running(): Promise<Child<Ready>>;
  /** How often it was killed. */
  kills(): number;
  /** How far its clock is ahead of the right time. */
  setClock(aheadMs: number): Promise<void>;
  /** Kills it, leaves it dead for `deadMs`, and starts it again. */
  killAndRevive(deadMs: number): Promise<void>;
  close(): Promise<void>;
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Asks what may be lost with the process; undefined when it is gone. */
export async function unlessGone<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ChildGone) return undefined;
    throw error;
  }
}

/** How often a start is tried: a desk does not start while somebody holds its journal. */
const MOST_STARTS = 8;

export async function openSeat<Ready>(
  start: (clockAheadMs: number) => Promise<Child<Ready>>,
): Promise<Seat<Ready>> {
  let aheadMs = 0;
  let kills = 0;
  let isClosed = false;
  const killed = new WeakSet<Child<Ready>>();

  async function kill(child: Child<Ready>): Promise<void> {
    killed.add(child);
    await child.kill();
  }
  async function startOnce(): Promise<Child<Ready>> {
    const child = await start(aheadMs);
    void child.ended.then(() => {
      if (killed.has(child)) return;
      current = Promise.reject(new Error('A process ended by itself; see its log.'));
      current.catch(() => undefined);
    });
    return child;
  }
  async function startAgain(starts = 1): Promise<Child<Ready>> {
    const child = await unlessGone(startOnce());
    if (child) return child;
    if (isClosed || starts === MOST_STARTS) {
      throw new Error('A process does not start again; see its log.');
    }
    await pause(300);
    return startAgain(starts + 1);
  }
  let current = startOnce();
  await current;
  return {
    running: () => current,
    kills: () => kills,
    async setClock(ms) {
      aheadMs = ms;
      const child = await current;
      await unlessGone(child.ask('clock', ms));
    },
    async killAndRevive(deadMs) {
      const dying = await current;
      kills += 1;
      current = kill(dying)
        .then(() => pause(deadMs))
        .then(() => startAgain());
      current.catch(() => undefined);
      await current;
    },
    async close() {
      isClosed = true;
      const last = await current.catch(() => undefined);
      if (last) await kill(last);
    },
  };
}

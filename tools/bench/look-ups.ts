import { setTimeout as wait } from 'node:timers/promises';
import { answerCall, type Door } from '#electron/calls/answer-call.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import type { Reply } from '#shared/desk/refusal.ts';
import { type Times, timesOf } from './quantiles.ts';

/** Between two look-ups: far more than any desk makes, and time left for everything else. */
const PAUSE_MS = 10;
const TICK_MS = 1;

function threadBusyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Notes how late the main thread comes to a timer, and how busy it was itself; gives what ends it. */
function watchDelay(late: number[], busy: number[]): () => void {
  let [last, worked] = [performance.now(), threadBusyMs()];
  const timer = setInterval(() => {
    const [now, working] = [performance.now(), threadBusyMs()];
    late.push(Math.max(0, now - last - TICK_MS));
    busy.push(working - worked);
    [last, worked] = [now, working];
  }, TICK_MS);
  return () => clearInterval(timer);
}

export interface LookUps {
  readonly took: Times;
  /** How much later than asked the main thread came to a timer, in ms. */
  readonly delay: Times;
  /** How long the main thread worked between two ticks, in ms: what of a delay is not another's turn on the core. */
  readonly busy: Times;
  /** How many were answered from the copy. */
  readonly fromCopy: number;
}

/** Looks patients up through the door, one after the other; may be gone on with after a rest. */
export function openLookUps(door: Door, mrns: readonly string[]) {
  const took: number[] = [];
  const late: number[] = [];
  const busy: number[] = [];
  let fromCopy = 0;
  let at = 0;

  async function lookUp(): Promise<void> {
    at += 1;
    const input = { by: 'mrn', mrn: mrns[(at * 7919) % mrns.length] };
    const start = performance.now();
    const reply = (await answerCall(door, 'desk', 'patients.find', input)) as Reply<
      CallOutput<'patients.find'>
    >;
    took.push(performance.now() - start);
    if (!reply.ok) throw new Error(reply.message);
    if (reply.value.source === 'copy') fromCopy += 1;
  }

  return {
    async go(ms: number): Promise<void> {
      const end = performance.now() + ms;
      const unwatch = watchDelay(late, busy);
      while (performance.now() < end) {
        await lookUp();
        await wait(PAUSE_MS);
      }
      unwatch();
    },
    report: (): LookUps => ({
      took: timesOf(took),
      delay: timesOf(late),
      busy: timesOf(busy),
      fromCopy,
    }),
  };
}

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { answerCall, type Door } from '#electron/calls/answer-call.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import type { Reply } from '#shared/desk/refusal.ts';
import { type Times, timesOf } from './quantiles.ts';

/** Between two look-ups: far more than any desk makes, and time left for everything else. */
const PAUSE_MS = 10;
const RESOLUTION_MS = 1;

export interface LookUps {
  readonly took: Times;
  /** How much later than asked the main thread came to a timer, in ms. */
  readonly delay: Times;
  /** How many were answered from the copy. */
  readonly fromCopy: number;
}

/** Looks patients up through the door, one after the other, for as long as `goOn` says. */
export async function lookUpWhile(
  door: Door,
  mrns: readonly string[],
  goOn: () => boolean,
): Promise<LookUps> {
  const took: number[] = [];
  let fromCopy = 0;
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  for (let at = 0; goOn(); at += 1) {
    const input = { by: 'mrn', mrn: mrns[(at * 7919) % mrns.length] };
    const start = performance.now();
    const reply = (await answerCall(door, 'desk', 'patients.find', input)) as Reply<
      CallOutput<'patients.find'>
    >;
    took.push(performance.now() - start);
    if (!reply.ok) throw new Error(reply.message);
    if (reply.value.source === 'copy') fromCopy += 1;
    await wait(PAUSE_MS);
  }
  delay.disable();
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  return {
    took: timesOf(took),
    delay: {
      count: delay.count,
      median: late(delay.percentile(50)),
      p99: late(delay.percentile(99)),
      longest: late(delay.max),
    },
    fromCopy,
  };
}

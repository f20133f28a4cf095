import type pg from 'pg';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RunKey } from '../runs/claim.ts';
import { keptRun } from '../runs/kept-run.ts';
import { openBetween } from '../runs/openings.ts';
import { dueRuns } from '../runs/run-due.ts';
import { type RunReport, runOnce } from '../runs/run-once.ts';
import type { RunParts, RunProgress, RunStep } from '../runs/run-step.ts';
import { arrivalMs, NotMoved } from './arrival.ts';
import { aheadMs, isSandbox, moveAhead } from './clock.ts';

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

interface MoveSaid {
  readonly progress: (run: RunKey, progress: RunProgress) => void;
  readonly ended: (run: RunReport) => void;
}

const ASK_AGAIN_MS = 100;

/** Does a run, or waits for the server that is doing it, or takes over from one that died. */
async function untilDone(
  parts: RunParts,
  { step, run }: { step: RunStep; run: RunKey },
  said: MoveSaid,
): Promise<void> {
  for (;;) {
    await runOnce(parts, step, run, progress => said.progress(run, progress));
    const kept = await keptRun(parts.db, run);
    if (kept) return said.ended(kept);
    await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/**
 * Moves a sandbox to the morning of a date, from moment to moment at which runs may begin, and does each
 * of them then. Every server of the sandbox follows. Stopped anywhere, the same again goes on from there.
 */
export async function moveToDay(
  parts: Omit<RunParts, 'clock'>,
  clock: MovingClock,
  steps: readonly RunStep[],
  date: CalendarDate,
  said: MoveSaid,
): Promise<void> {
  const arrival = arrivalMs(date, clock.now());
  const moving: RunParts = { ...parts, clock: clock.now };
  const from = clock.now();
  for (const due of await dueRuns(moving, steps)) await untilDone(moving, due, said);
  for (const { step, region, today, opensAtMs } of openBetween(steps, from, arrival)) {
    await clock.moveTo(opensAtMs);
    await untilDone(moving, { step, run: { kind: step.kind, region, today } }, said);
  }
  await clock.moveTo(arrival);
}

import type { CalendarDate } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { nameOfRun, type RunKey } from '../runs/claim.ts';
import { keptRun } from '../runs/kept-run.ts';
import { openBetween } from '../runs/openings.ts';
import { dueRuns } from '../runs/run-due.ts';
import { type RunReport, runOnce } from '../runs/run-once.ts';
import type { RunParts, RunProgress, RunStep } from '../runs/run-step.ts';
import { arrivalMs, NotMoved } from './arrival.ts';
import type { MovingClock } from './moving-clock.ts';

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
    const ended =
      (await runOnce(parts, step, run, progress => said.progress(run, progress)).catch(cause => {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new NotMoved(
          `The sandbox stays where ${nameOfRun(run)} failed; the same command goes on from there. The reason: ${why}`,
          { cause },
        );
      })) ?? (await keptRun(parts.db, run));
    if (ended) return said.ended(ended);
    await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/** The runs of one moment: each region by itself, its own runs in their order. */
async function sideBySide(
  parts: RunParts,
  due: readonly { step: RunStep; run: RunKey }[],
  said: MoveSaid,
): Promise<void> {
  await Promise.all(
    RegionCode.options.map(async region => {
      for (const each of due) if (each.run.region === region) await untilDone(parts, each, said);
    }),
  );
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
  await sideBySide(moving, await dueRuns(moving, steps), said);
  const openings = openBetween(steps, from, arrival);
  for (const moment of new Set(openings.map(({ opensAtMs }) => opensAtMs))) {
    await clock.moveTo(moment);
    const due = openings
      .filter(({ opensAtMs }) => opensAtMs === moment)
      .map(({ step, region, today }) => ({ step, run: { kind: step.kind, region, today } }));
    await sideBySide(moving, due, said);
  }
  await clock.moveTo(arrival);
}

import { type Turns, takeTurns } from '../jobs/take-turns.ts';
import type { PaymentParts } from '../payments/submit.ts';
import { type RunSaid, runDue } from './run-due.ts';
import type { RunParts } from './run-step.ts';
import { runSteps } from './steps.ts';

/** Few enough that nobody who pays waits long for a row that a run has locked. */
export const PIECE_SIZE = 200;

/** Starts the runs that are due every so often until stopped; never when no time is given. */
export function startRuns(
  {
    db,
    processor,
    post,
    clock,
    leaseMs,
    openAch,
  }: PaymentParts & Pick<RunParts, 'openAch' | 'post'>,
  everyMs: number | undefined,
  said: RunSaid,
): Turns {
  if (everyMs === undefined) return { stop: async () => undefined };
  const parts = { db, processor, post, clock, leaseMs, openAch, pieceSize: PIECE_SIZE };
  return takeTurns(() => runDue(parts, runSteps, said), everyMs, said.failed);
}

import { randomUUID } from 'node:crypto';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import { cents as asCents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { takeTurns } from '../jobs/take-turns.ts';
import {
  claimRun,
  finishRun,
  letGo,
  nameOfRun,
  type Reconciliation,
  type RunKey,
  renewRun,
} from './claim.ts';
import type { RunParts, RunProgress, RunResult, RunStep } from './run-step.ts';
import { touchedDifference } from './touched-accounts.ts';

/** How a run ended. */
export interface RunReport extends RunKey, Reconciliation {}

/** How often others hear how far a run is. */
const SAY_EVERY_MS = 1_000;

/** Keeps the run's progress, and with it the lease, up to date until stopped. */
function keepAlive({ db, leaseMs }: RunParts, run: RunKey, owner: string) {
  let progress: RunProgress = { done: 0, total: 0 };
  const everyMs = Math.min(SAY_EVERY_MS, Math.max(leaseMs / 3, 50));
  // A database that is away fails the run itself, which says so.
  const turns = takeTurns(
    () => renewRun(db, run, { owner, leaseMs, progress }),
    everyMs,
    () => undefined,
  );
  return {
    report(latest: RunProgress) {
      progress = latest;
    },
    stop: () => turns.stop(),
  };
}

async function reconcile(
  { db }: RunParts,
  run: RunKey,
  since: Instant,
  { done, cents, differenceCents: ofStep = 0 }: RunResult,
): Promise<Reconciliation> {
  const differenceCents = Math.abs(ofStep) + (await touchedDifference(db, run.region, since));
  const [amount, difference] = [cents, differenceCents].map(each => showMoney(asCents(each)));
  const line = `${nameOfRun(run)}: ${done} done, ${amount}, ledger difference ${difference}`;
  return { done, cents, differenceCents, line };
}

/**
 * Does a run, or goes on with one that was left in the middle, and ends it with its reconciliation;
 * undefined when somebody else works on it or has done it. A run that fails is left to the next try.
 */
export async function runOnce(
  parts: RunParts,
  step: RunStep,
  run: RunKey,
  onProgress: (progress: RunProgress) => void = () => undefined,
): Promise<RunReport | undefined> {
  const { db, clock, leaseMs } = parts;
  const owner = randomUUID();
  const now = instantOf(clock());
  const claimed = await claimRun(db, run, { owner, leaseMs, now });
  if (!claimed) return undefined;
  const alive = keepAlive(parts, run, owner);
  try {
    const { region, today } = run;
    const result = await step.run(parts, { region, today, now }, progress => {
      alive.report(progress);
      onProgress(progress);
    });
    const reconciliation = await reconcile(parts, run, claimed.startedAt, result);
    await alive.stop();
    const ours = await finishRun(db, run, owner, instantOf(clock()), reconciliation);
    return ours ? { ...run, ...reconciliation } : undefined;
  } catch (error) {
    await alive.stop();
    await letGo(db, run, owner).catch(() => undefined);
    throw error;
  }
}

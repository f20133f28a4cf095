import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { nameOfRun, type RunKey } from './claim.ts';
import { openNow } from './openings.ts';
import { type RunReport, runOnce } from './run-once.ts';
import type { RunParts, RunStep } from './run-step.ts';

/** Who hears how runs end. */
export interface RunSaid {
  readonly ended: (report: RunReport) => void;
  readonly failed: (error: unknown) => void;
}

/** Runs of earlier days that were begun and not finished, oldest first. */
async function leftBehind(db: Database): Promise<RunKey[]> {
  const { rows } = await sql<RunKey>`
    SELECT kind, region, business_on AS today FROM run WHERE state = 'running'
    ORDER BY business_on`.execute(db);
  return rows;
}

async function doneOnes(db: Database, days: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<RunKey>`
    SELECT kind, region, business_on AS today FROM run
    WHERE state = 'done' AND business_on = ANY (${[...new Set(days)]}::date[])`.execute(db);
  return new Set(rows.map(nameOfRun));
}

/** What may be begun now, or gone on with, in the order in which it is to be done. */
export async function dueRuns(
  { db, clock }: RunParts,
  steps: readonly RunStep[],
): Promise<{ step: RunStep; run: RunKey }[]> {
  const kinds = new Map(steps.map(step => [step.kind, step]));
  const open = openNow(steps, instantOf(clock())).map(({ step, region, today }) => ({
    kind: step.kind,
    region,
    today,
  }));
  const done = await doneOnes(
    db,
    open.map(({ today }) => today),
  );
  const due = new Map(
    [...(await leftBehind(db)), ...open]
      .filter(run => !done.has(nameOfRun(run)))
      .map(run => [nameOfRun(run), run]),
  );
  return [...due.values()].flatMap(run => {
    const step = kinds.get(run.kind);
    return step ? [{ step, run }] : [];
  });
}

/**
 * One turn: does every run that is due and that nobody else is doing. One that fails is reported and
 * tried again at the next turn; the others do not wait for it.
 */
export async function runDue(
  parts: RunParts,
  steps: readonly RunStep[],
  said: RunSaid,
): Promise<void> {
  for (const { step, run } of await dueRuns(parts, steps)) {
    try {
      const report = await runOnce(parts, step, run);
      if (report) said.ended(report);
    } catch (error) {
      said.failed(error);
    }
  }
}

import { dueRuns } from '#backend/runs/run-due.ts';
import { runOnce } from '#backend/runs/run-once.ts';
import { runSteps } from '#backend/runs/steps.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { inParallel } from './in-parallel.ts';
import type { World } from './world.ts';

/** Does every run that is due by the clock, region beside region; gives by how many cents their ledgers differ. */
export async function work({ parts }: World): Promise<number> {
  const due = await dueRuns(parts, runSteps);
  let differenceCents = 0;
  await inParallel(RegionCode.options, RegionCode.options.length, async region => {
    for (const { step, run } of due.filter(each => each.run.region === region)) {
      const report = await runOnce(parts, step, run);
      differenceCents += Math.abs(report?.differenceCents ?? 0);
    }
  });
  return differenceCents;
}

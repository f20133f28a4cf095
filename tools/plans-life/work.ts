import { dueRuns } from '#backend/runs/run-due.ts';
import { runOnce } from '#backend/runs/run-once.ts';
import { runSteps } from '#backend/runs/steps.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { inParallel } from './in-parallel.ts';
import type { World } from './world.ts';

/** More only wait for each other: each writes the files of every bank. */
const AT_ONCE = 3;

/** Does every run of these regions that is due by the clock, some regions side by side; gives by how many cents their ledgers differ. */
export async function work({ parts }: World, regions: readonly RegionCode[]): Promise<number> {
  const due = await dueRuns(parts, runSteps);
  let differenceCents = 0;
  await inParallel(regions, AT_ONCE, async region => {
    for (const { step, run } of due.filter(each => each.run.region === region)) {
      const report = await runOnce(parts, step, run);
      differenceCents += Math.abs(report?.differenceCents ?? 0);
    }
  });
  return differenceCents;
}

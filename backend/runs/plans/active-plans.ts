import { sql } from 'kysely';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';
import { type KeptPlan, keptPlan } from '../../plans/kept-plan.ts';
import type { RunProgress } from '../run-step.ts';

/** Does something with each plan of a region that is being paid, one after the other. */
export async function eachActivePlan(
  db: Database,
  region: RegionCode,
  work: (plan: KeptPlan) => Promise<void>,
  report: (progress: RunProgress) => void,
): Promise<void> {
  const { rows } = await sql<{ planId: string }>`
    SELECT plan_id AS "planId" FROM payment_plan JOIN guarantor USING (guarantor_id)
    WHERE region = ${region} AND payment_plan.state = 'active' AND offer_id IS NOT NULL ORDER BY plan_id`.execute(
    db,
  );
  for (const [done, { planId }] of rows.entries()) {
    report({ done, total: rows.length });
    const kept = await keptPlan(db, planId);
    if (kept?.state === 'active') await work(kept);
  }
}

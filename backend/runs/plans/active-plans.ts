import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../../database/connect.ts';
import type { RunProgress } from '../run-step.ts';

/** A plan that is being paid, with the interest that was billed of it. */
export interface ActivePlan {
  readonly planId: string;
  /** Of its first charge: what its interest is billed to. */
  readonly accountId: string;
  readonly wish: PlanWish;
  readonly disclosure: PlanDisclosure;
  readonly levelCents: number;
  readonly billedCents: number;
  /** The due date that interest was billed to last. */
  readonly billedTo: CalendarDate | null;
}

async function activePlans(db: Database, region: RegionCode): Promise<ActivePlan[]> {
  const { rows } = await sql<ActivePlan>`
    SELECT plan_id AS "planId", wish, disclosure, level_cents AS "levelCents",
      (array_agg(account_id ORDER BY charge_id) FILTER (WHERE part = 'principal'))[1] AS "accountId",
      max(earned_to) AS "billedTo",
      coalesce(sum(plan_charge.amount_cents) FILTER (WHERE part = 'interest'), 0)::bigint AS "billedCents"
    FROM payment_plan JOIN plan_offer USING (offer_id) JOIN plan_charge USING (plan_id)
      JOIN charge USING (charge_id)
      JOIN guarantor ON guarantor.guarantor_id = payment_plan.guarantor_id
    WHERE region = ${region} AND payment_plan.state = 'active' GROUP BY plan_id, plan_offer.offer_id ORDER BY plan_id`.execute(
    db,
  );
  return rows;
}

/** Does something with each plan of a region that is being paid, one after the other. */
export async function eachActivePlan(
  db: Database,
  region: RegionCode,
  work: (plan: ActivePlan) => Promise<void>,
  report: (progress: RunProgress) => void,
): Promise<void> {
  const plans = await activePlans(db, region);
  for (const [done, plan] of plans.entries()) {
    report({ done, total: plans.length });
    await work(plan);
  }
}

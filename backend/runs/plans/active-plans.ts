import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../../database/connect.ts';

/** A plan that is being paid, with the interest that was billed of it. */
export interface ActivePlan {
  readonly planId: string;
  readonly wish: PlanWish;
  readonly disclosure: PlanDisclosure;
  readonly levelCents: number;
  readonly billedCents: number;
  /** The due date that interest was billed to last. */
  readonly billedTo: CalendarDate | null;
}

/** The plans of a region that are being paid. */
export async function activePlans(db: Database, region: RegionCode): Promise<ActivePlan[]> {
  const { rows } = await sql<ActivePlan>`
    SELECT plan_id AS "planId", wish, disclosure, level_cents AS "levelCents", max(earned_to) AS "billedTo",
      coalesce(sum(plan_charge.amount_cents) FILTER (WHERE part = 'interest'), 0)::bigint AS "billedCents"
    FROM payment_plan JOIN plan_offer USING (offer_id) JOIN plan_charge USING (plan_id)
      JOIN guarantor ON guarantor.guarantor_id = payment_plan.guarantor_id
    WHERE region = ${region} AND payment_plan.state = 'active' GROUP BY plan_id, plan_offer.offer_id ORDER BY plan_id`.execute(
    db,
  );
  return rows;
}

import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sumCents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { AgreedPlan, type PlanState } from '#shared/plans/agreed.ts';
import { comingInstalments } from '#shared/plans/coming-instalments.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import { restsUntil } from '#shared/plans/pauses.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../database/connect.ts';
import { planOfDisclosure } from './kept-plan.ts';
import { openCare } from './open-charges.ts';
import { planEvents } from './plan-events.ts';

const instant = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** What is open of care beside a plan that stands. */
async function besidePlan(
  db: Database,
  { guarantorId, planId }: { readonly guarantorId: string; readonly planId: string },
): Promise<AgreedPlan['beside']> {
  const { charges, pendingCents } = await openCare(db, guarantorId, planId);
  return { openCents: sumCents(charges.map(each => each.amountCents)), pendingCents };
}

async function readPlans(
  db: Database,
  which: ReturnType<typeof sql>,
  today: CalendarDate,
): Promise<AgreedPlan[]> {
  const { rows } = await sql<{
    region: RegionCode;
    planId: string;
    guarantorId: string;
    state: PlanState;
    wish: PlanWish;
    disclosure: PlanDisclosure;
  }>`
    SELECT plan_id AS "planId", guarantor.guarantor_id AS "guarantorId", wish, disclosure, acceptance, level_cents AS "levelCents", payment_plan.state, state_why AS why,
      ${instant('made_at')} AS "madeAt", region, (
        SELECT coalesce(json_agg(json_build_object('chargeId', charge_id, 'openCents', open_cents)
          ORDER BY part, serviced_on, charge_id), '[]')
        FROM plan_charge JOIN charge USING (charge_id) WHERE plan_charge.plan_id = payment_plan.plan_id AND open_cents > 0
      ) AS "openCharges", (
        SELECT json_build_object('amountCents', amount_cents, 'payBy', due_on)
        FROM plan_notice WHERE plan_notice.plan_id = payment_plan.plan_id AND ended_at IS NULL
      ) AS notice, (
        SELECT json_agg(json_build_object('kind', kind, 'at', ${instant('at')}, 'on', happened_on, 'months', months,
          'why', why) ORDER BY at, event_id) FROM plan_event WHERE plan_event.plan_id = payment_plan.plan_id
      ) AS happenings
    FROM payment_plan JOIN plan_offer USING (offer_id)
      JOIN guarantor ON guarantor.guarantor_id = payment_plan.guarantor_id
    WHERE ${which} ORDER BY made_at DESC`.execute(db);
  const eventsOf = await planEvents(db, rows);
  const plans: AgreedPlan[] = [];
  for (const row of rows) {
    const plan = planOfDisclosure(row.wish, row.disclosure);
    const events = eventsOf(row.planId);
    const coming = comingInstalments(plan, events, today);
    const standing = { ...planStanding(plan, events, today), coming };
    const rests = restsUntil(plan, events, today) ?? null;
    const beside = row.state === 'active' ? await besidePlan(db, row) : null;
    plans.push(AgreedPlan.parse({ ...row, standing, restsUntil: rests, beside }));
  }
  return plans;
}

/** Some plans as they stand on a day, the newest first; those there are not, are left out. */
export function findPlans(
  db: Database,
  planIds: readonly string[],
  today: CalendarDate,
): Promise<AgreedPlan[]> {
  return readPlans(db, sql`plan_id = ANY (${planIds}::uuid[])`, today);
}

/** A plan as it stands on a day; undefined when there is none under this id. */
export async function findPlan(
  db: Database,
  planId: string,
  today: CalendarDate,
): Promise<AgreedPlan | undefined> {
  const [plan] = await findPlans(db, [planId], today);
  return plan;
}

/** A guarantor's plans as they stand on a day, the newest first; those of before this desk are not among them. */
export function plansOf(
  db: Database,
  guarantorId: string,
  today: CalendarDate,
): Promise<AgreedPlan[]> {
  return readPlans(db, sql`payment_plan.guarantor_id = ${guarantorId}`, today);
}

import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import { type Plan, planByMonths, planByPayment } from '#shared/plans/plan.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../database/connect.ts';
import { planEvents } from './plan-events.ts';

/** The plan that was disclosed, reckoned again: arithmetic gives the same for the same terms. */
export function planOfDisclosure(
  { pace, firstDueOn }: PlanWish,
  { agreedOn, rateBps, amountFinancedCents }: PlanDisclosure,
): Plan {
  const terms = { amountCents: amountFinancedCents, rateBps, agreedOn, firstDueOn };
  const result =
    pace.by === 'months' ? planByMonths(terms, pace.months) : planByPayment(terms, pace.payCents);
  if (!result.ok) throw new Error(`A plan that was agreed to is none: ${result.refusal.reason}.`);
  return result.plan;
}

const instant = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

async function readPlans(
  db: Database,
  which: ReturnType<typeof sql>,
  today: CalendarDate,
): Promise<AgreedPlan[]> {
  const { rows } = await sql<{
    region: RegionCode;
    planId: string;
    wish: PlanWish;
    disclosure: PlanDisclosure;
  }>`
    SELECT plan_id AS "planId", wish, disclosure, acceptance, level_cents AS "levelCents", payment_plan.state, state_why AS why,
      ${instant('made_at')} AS "madeAt", region, (
        SELECT json_agg(json_build_object('kind', kind, 'at', ${instant('at')}, 'on', happened_on, 'months', months,
          'why', why) ORDER BY at, event_id) FROM plan_event WHERE plan_event.plan_id = payment_plan.plan_id
      ) AS happenings
    FROM payment_plan JOIN plan_offer USING (offer_id)
      JOIN guarantor ON guarantor.guarantor_id = payment_plan.guarantor_id
    WHERE ${which} ORDER BY made_at DESC`.execute(db);
  const plans: AgreedPlan[] = [];
  for (const row of rows) {
    const plan = planOfDisclosure(row.wish, row.disclosure);
    const events = await planEvents(db, row.planId, regions[row.region].timeZone);
    const standing = planStanding(plan, events, today);
    plans.push(
      AgreedPlan.parse({ ...row, standing: { ...standing, dueDates: [...standing.dueDates] } }),
    );
  }
  return plans;
}

/** A plan as it stands on a day; undefined when there is none under this id. */
export async function findPlan(
  db: Database,
  planId: string,
  today: CalendarDate,
): Promise<AgreedPlan | undefined> {
  const [plan] = await readPlans(db, sql`plan_id = ${planId}`, today);
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

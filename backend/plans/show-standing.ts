import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import type { Database } from '../database/connect.ts';
import { type KeptPlan, keptPlan } from './kept-plan.ts';

/** Brings the row that desks have a copy of to where a plan stands on a day; unchanged it is not written. */
export async function showStanding(
  db: Database,
  { planId, plan, events }: KeptPlan,
  today: CalendarDate,
): Promise<void> {
  const { payoffCents, dueDates } = planStanding(plan, events, today);
  await sql`
    UPDATE payment_plan SET remaining_cents = ${payoffCents}, next_due_on = coalesce(${dueDates[0] ?? null}, next_due_on)
    WHERE plan_id = ${planId} AND state = 'active'
      AND (remaining_cents, next_due_on) IS DISTINCT FROM
        (${payoffCents}::bigint, coalesce(${dueDates[0] ?? null}::date, next_due_on))`.execute(db);
}

/**
 * The same of many plans that were read before, in one statement: those that something was shown of since then were
 * brought to where they stand by whoever did, and stay so.
 */
export async function showStandings(
  db: Database,
  plans: readonly KeptPlan[],
  today: CalendarDate,
): Promise<void> {
  const rows = plans.flatMap(({ planId, plan, events, shownCents, shownDueOn }) => {
    const { payoffCents, dueDates } = planStanding(plan, events, today);
    const [dueOn = shownDueOn] = dueDates;
    if (payoffCents === shownCents && dueOn === shownDueOn) return [];
    return [{ planId, shownCents, shownDueOn, payoffCents, dueOn }];
  });
  if (rows.length === 0) return;
  await sql`
    UPDATE payment_plan SET remaining_cents = "payoffCents", next_due_on = "dueOn"
    FROM (SELECT plan_id, "payoffCents", "dueOn" FROM payment_plan
        JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given ("planId" uuid, "shownCents" bigint,
          "shownDueOn" date, "payoffCents" bigint, "dueOn" date) ON plan_id = "planId"
      WHERE state = 'active' AND remaining_cents = "shownCents" AND next_due_on = "shownDueOn"
      ORDER BY plan_id FOR NO KEY UPDATE OF payment_plan) AS stands
    WHERE payment_plan.plan_id = stands.plan_id`.execute(db);
}

/** The same of a plan that was just changed, read anew. */
export async function showPlan(db: Database, planId: string, today: CalendarDate): Promise<void> {
  const kept = await keptPlan(db, planId);
  if (kept) await showStanding(db, kept, today);
}

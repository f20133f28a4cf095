import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type PlanStanding, planStanding } from '#shared/plans/plan-standing.ts';
import type { Database } from '../database/connect.ts';
import { type KeptPlan, keptPlan } from './kept-plan.ts';

/** Whether that row shows anything else than where a plan stands; what has no due date to come keeps the last. */
export function isShownOtherwise(
  { shownCents, shownDueOn }: KeptPlan,
  { payoffCents, dueDates: [next = shownDueOn] }: PlanStanding,
): boolean {
  return shownCents !== payoffCents || shownDueOn !== next;
}

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

/** The same of a plan that was just changed, read anew. */
export async function showPlan(db: Database, planId: string, today: CalendarDate): Promise<void> {
  const kept = await keptPlan(db, planId);
  if (kept) await showStanding(db, kept, today);
}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { organization } from '#shared/organization/profile.ts';
import { regions } from '#shared/organization/regions.ts';
import type { PlanStanding } from '#shared/plans/plan-standing.ts';
import { dueDatesOf, planStanding } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import { planEvents } from '../../plans/plan-events.ts';
import { planOfDisclosure } from '../../plans/read-plan.ts';
import type { RunDay, RunProgress } from '../run-step.ts';
import { type ActivePlan, eachActivePlan } from './active-plans.ts';

const { graceDays, defaultAfterMissed } = organization.plans;

async function end(
  db: Database,
  planId: string,
  state: 'paid_off' | 'defaulted',
  { today, now }: RunDay,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const { rows } = await sql`
      UPDATE payment_plan SET state = ${state}, closed_on = ${today}, remaining_cents =
        CASE ${state} WHEN 'paid_off' THEN 0 ELSE remaining_cents END
      WHERE plan_id = ${planId} AND state = 'active' RETURNING plan_id`.execute(trx);
    if (rows.length === 0) return;
    await sql`INSERT INTO plan_event (event_id, plan_id, at, happened_on, kind)
      VALUES (${randomUUID()}, ${planId}, ${now}, ${today}, ${state})`.execute(trx);
  });
}

async function noteMissed(
  db: Database,
  planId: string,
  dueOn: CalendarDate,
  { now }: RunDay,
): Promise<void> {
  await sql`INSERT INTO plan_event (event_id, plan_id, at, happened_on, kind)
    VALUES (${randomUUID()}, ${planId}, ${now}, ${dueOn}, 'missed') ON CONFLICT DO NOTHING`.execute(
    db,
  );
}

async function showStanding(db: Database, planId: string, standing: PlanStanding): Promise<void> {
  const { payoffCents, dueDates } = standing;
  await sql`
    UPDATE payment_plan SET remaining_cents = ${payoffCents}, next_due_on = coalesce(${dueDates[0] ?? null}, next_due_on)
    WHERE plan_id = ${planId} AND state = 'active'
      AND (remaining_cents, next_due_on) IS DISTINCT FROM
        (${payoffCents}::bigint, coalesce(${dueDates[0] ?? null}::date, next_due_on))`.execute(db);
}

/** Whether so much is past due that more than the policy's number of instalments was missed. */
function isInDefault(plan: ActivePlan, pastDueCents: number): boolean {
  return pastDueCents > (defaultAfterMissed - 1) * plan.levelCents;
}

/**
 * Where one plan stands today: ended when nothing is left, in default when too many instalments in a row were
 * missed, each of which is noted once when its days of grace are over.
 */
async function followPlan(db: Database, plan: ActivePlan, day: RunDay): Promise<void> {
  const { planId } = plan;
  const agreed = planOfDisclosure(plan.wish, plan.disclosure);
  const events = await planEvents(db, planId, regions[day.region].timeZone);
  const standing = planStanding(agreed, events, day.today);
  if (standing.payoffCents === 0) return end(db, planId, 'paid_off', day);
  await showStanding(db, planId, standing);
  const graced = addDays(day.today, -graceDays - 1);
  const { pastDueCents } = planStanding(agreed, events, graced);
  const missed = Math.min(pastDueCents, standing.pastDueCents);
  if (missed <= 0) return;
  const latest = dueDatesOf(agreed, events).findLast(dueOn => dueOn <= graced);
  if (latest) await noteMissed(db, planId, latest, day);
  if (isInDefault(plan, missed)) await end(db, planId, 'defaulted', day);
}

/** Follows every plan of a region that is being paid. Again changes nothing. */
export function followPlans(
  db: Database,
  day: RunDay,
  report: (progress: RunProgress) => void,
): Promise<void> {
  return eachActivePlan(db, day.region, plan => followPlan(db, plan, day), report);
}

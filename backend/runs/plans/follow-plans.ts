import { sql } from 'kysely';
import { gracedUntil, openOfThoseDue } from '#shared/plans/default-notice.ts';
import { restsUntil } from '#shared/plans/pauses.ts';
import { dueDatesOf } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import type { KeptPlan } from '../../plans/kept-plan.ts';
import { settlePlans } from '../../plans/settle-plan.ts';
import type { RunDay, RunProgress } from '../run-step.ts';
import { eachActivePlan } from './active-plans.ts';
import { followDefault } from './follow-default.ts';

async function noteMissed(
  db: Database,
  planId: string,
  dueOn: string,
  { now }: RunDay,
): Promise<void> {
  await sql`INSERT INTO plan_event (event_id, plan_id, at, happened_on, kind)
    VALUES (gen_random_uuid(), ${planId}, ${now}, ${dueOn}, 'missed') ON CONFLICT DO NOTHING`.execute(
    db,
  );
}

/**
 * What one plan that stands has missed: each instalment is noted once when its days of grace are over, and where too
 * many were, a default is announced, cured or takes effect. A plan that rests is left alone.
 */
async function followPlan(db: Database, kept: KeptPlan, day: RunDay): Promise<void> {
  const { planId, plan, events } = kept;
  const graced = gracedUntil(day.today);
  const missedCents = openOfThoseDue(plan, events, graced, day.today);
  const latest = dueDatesOf(plan, events).findLast(dueOn => dueOn <= graced);
  if (missedCents > 0 && latest) await noteMissed(db, planId, latest, day);
  if (restsUntil(plan, events, day.today)) return;
  await followDefault(db, kept, day);
}

/** Whose plans have something to be settled: those that stand, and those of which something is owed again. */
async function whosePlans(db: Database, region: string): Promise<string[]> {
  const { rows } = await sql<{ guarantorId: string }>`
    SELECT DISTINCT guarantor_id AS "guarantorId" FROM payment_plan JOIN guarantor USING (guarantor_id)
    WHERE region = ${region} AND offer_id IS NOT NULL AND (payment_plan.state = 'active' OR (payment_plan.state = 'paid_off'
      AND EXISTS (SELECT FROM plan_charge JOIN charge USING (charge_id)
        WHERE plan_charge.plan_id = payment_plan.plan_id AND open_cents > 0)))
    ORDER BY guarantor_id`.execute(db);
  return rows.map(({ guarantorId }) => guarantorId);
}

/** Settles every plan of a region and follows those that are being paid. Again changes nothing. */
export async function followPlans(
  db: Database,
  day: RunDay,
  report: (progress: RunProgress) => void,
): Promise<void> {
  for (const guarantorId of await whosePlans(db, day.region)) {
    await settlePlans(db, guarantorId, day);
  }
  await eachActivePlan(db, day.region, plan => followPlan(db, plan, day), report);
}

import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import {
  gracedUntil,
  isThreatened,
  openInstalments,
  openOfThoseDue,
} from '#shared/plans/default-notice.ts';
import { restsUntil } from '#shared/plans/pauses.ts';
import { dueDatesOf, planStanding } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import type { KeptPlan } from '../../plans/kept-plan.ts';
import { settlePlans } from '../../plans/settle-plan.ts';
import { showStandings } from '../../plans/show-standing.ts';
import type { RunDay, RunParts, RunProgress } from '../run-step.ts';
import { eachPiece, withActivePlan } from './active-plans.ts';
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

/** What of a plan's instalments is open whose days of grace are over. */
const missedCents = ({ plan, events }: KeptPlan, today: CalendarDate) =>
  openOfThoseDue(plan, events, gracedUntil(today), today);

/** Whether anything of a plan is to be noted or ended. */
function isDue(kept: KeptPlan, today: CalendarDate): boolean {
  const { payoffCents, pastDueCents } = planStanding(kept.plan, kept.events, today);
  return payoffCents === 0 || (pastDueCents > 0 && missedCents(kept, today) > 0);
}

/** Notes what a plan has missed, each due date once. */
async function noteWhatIsMissed(trx: Database, kept: KeptPlan, day: RunDay): Promise<void> {
  const { planId, plan, events } = kept;
  const latest = dueDatesOf(plan, events).findLast(dueOn => dueOn <= gracedUntil(day.today));
  if (missedCents(kept, day.today) > 0 && latest) await noteMissed(trx, planId, latest, day);
}

/**
 * What one plan has missed: each instalment is noted once when its days of grace are over, and where too many were, a
 * default is announced, cured or takes effect. A plan that rests is left alone, and one that is paid ends.
 */
async function followPlan(
  db: Database,
  found: KeptPlan,
  day: RunDay,
  noticed: ReadonlySet<string>,
): Promise<void> {
  const { planId, plan, events, guarantorId } = found;
  if (planStanding(plan, events, day.today).payoffCents === 0) {
    return settlePlans(db, guarantorId, day);
  }
  await withActivePlan(db, found, (trx, kept) => noteWhatIsMissed(trx, kept, day));
  if (restsUntil(plan, events, day.today)) return;
  const missed = openInstalments(plan, events, gracedUntil(day.today), day.today);
  if (noticed.has(planId) || isThreatened(missed)) await followDefault(db, found, day);
}

/** Whose plan was paid off, and something of it is owed again. */
async function owingAgain(db: Database, region: string): Promise<string[]> {
  const { rows } = await sql<{ guarantorId: string }>`
    SELECT DISTINCT guarantor_id AS "guarantorId" FROM payment_plan JOIN guarantor USING (guarantor_id)
    WHERE region = ${region} AND offer_id IS NOT NULL AND payment_plan.state = 'paid_off'
      AND EXISTS (SELECT FROM plan_charge JOIN charge USING (charge_id)
        WHERE plan_charge.plan_id = payment_plan.plan_id AND open_cents > 0)
    ORDER BY guarantor_id`.execute(db);
  return rows.map(({ guarantorId }) => guarantorId);
}

async function noticedPlans(db: Database, region: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ planId: string }>`
    SELECT plan_id AS "planId" FROM plan_notice JOIN payment_plan USING (plan_id) JOIN guarantor USING (guarantor_id)
    WHERE ended_at IS NULL AND region = ${region}`.execute(db);
  return new Set(rows.map(({ planId }) => planId));
}

/** Opens plans of a region of which something is owed again, and follows those that are being paid. Again changes nothing. */
export async function followPlans(
  parts: RunParts,
  day: RunDay,
  report: (progress: RunProgress) => void,
): Promise<void> {
  const { db } = parts;
  for (const guarantorId of await owingAgain(db, day.region)) {
    await settlePlans(db, guarantorId, day);
  }
  const noticed = await noticedPlans(db, day.region);
  const follow = async (piece: readonly KeptPlan[]) => {
    await showStandings(db, piece, day.today);
    for (const plan of piece) {
      if (noticed.has(plan.planId) || isDue(plan, day.today))
        await followPlan(db, plan, day, noticed);
    }
  };
  await eachPiece(parts, day, follow, report);
}

import { sql } from 'kysely';
import pg from 'pg';
import { type CalendarDate, dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { planStanding } from '#shared/plans/plan-standing.ts';
import { followPlanEnd } from '../authorisations/of-plan/end-with-plan.ts';
import type { Database } from '../database/connect.ts';
import { endPlan } from './end-plan.ts';
import { type KeptPlan, keptPlan, lockPlans } from './kept-plan.ts';
import { notePlanEvent } from './note-plan-event.ts';
import { hasPlan } from './open-charges.ts';
import { showStanding } from './show-standing.ts';

interface Day {
  readonly today: CalendarDate;
  readonly now: Instant;
}

/** Something is owed of a plan that was paid off: its payment came back, and it stands again. */
async function reopen(trx: Database, kept: KeptPlan, { today, now }: Day): Promise<void> {
  const { planId, guarantorId } = kept;
  if (await hasPlan(trx, guarantorId)) {
    const why = 'its last payment came back while another plan stood';
    await endPlan(trx, planId, 'cancelled', { today, now, why });
    return notePlanEvent(trx, { planId, kind: 'cancelled', on: today, now, why });
  }
  await sql`UPDATE payment_plan SET state = 'active', closed_on = NULL WHERE plan_id = ${planId}`.execute(
    trx,
  );
  await notePlanEvent(trx, { planId, kind: 'reopened', on: today, now });
  await showStanding(trx, kept, today);
}

/** Ends a plan of which nothing is owed any more, opens one of which something is owed again, and shows where it is. */
async function settlePlan(trx: Database, planId: string, day: Day): Promise<void> {
  const kept = await keptPlan(trx, planId);
  if (kept?.state !== 'active' && kept?.state !== 'paid_off') return;
  const isPaid = planStanding(kept.plan, kept.events, day.today).payoffCents === 0;
  if (kept.state === 'paid_off') return isPaid ? undefined : reopen(trx, kept, day);
  if (!isPaid) return showStanding(trx, kept, day.today);
  await endPlan(trx, planId, 'paid_off', day);
  await notePlanEvent(trx, { planId, kind: 'paid_off', on: day.today, now: day.now });
}

/**
 * Does so with a guarantor's plans, under their locks, each in view of what is committed by then; again changes
 * nothing. For whoever has just moved a payment of a charge, or adjusted one.
 */
export async function settlePlans(db: Database, guarantorId: string, day: Day): Promise<void> {
  await db.transaction().execute(async trx => {
    await lockPlans(trx, guarantorId);
    const { rows } = await sql<{ planId: string }>`
      SELECT plan_id AS "planId" FROM payment_plan
      WHERE guarantor_id = ${guarantorId} AND offer_id IS NOT NULL AND (state = 'active' OR (state = 'paid_off'
        AND EXISTS (SELECT FROM plan_charge JOIN charge USING (charge_id)
          WHERE plan_charge.plan_id = payment_plan.plan_id AND open_cents > 0)))
      ORDER BY state <> 'active', made_at DESC`.execute(trx);
    for (const { planId } of rows) await settlePlan(trx, planId, day);
  });
}

/** Whether a guarantor has a plan that a payment may end or open again, for another statement to ask beside its own. */
export const aPlanOf = (guarantorId: string) => sql<boolean>`EXISTS (SELECT FROM payment_plan
  WHERE guarantor_id = ${guarantorId} AND state IN ('active', 'paid_off') AND offer_id IS NOT NULL)`;

/**
 * The same right after a payment was moved, where a plan stands or stood. What fails here is done by the day's run:
 * the payment is committed, and its answer must not be lost over it.
 */
export async function settleAfterPayment(
  db: Database,
  { guarantorId, timeZone }: { readonly guarantorId: string; readonly timeZone: string },
  nowMs: number,
): Promise<void> {
  const now = instantOf(nowMs);
  try {
    await settlePlans(db, guarantorId, { today: dateIn(timeZone, now), now });
    await followPlanEnd(db, guarantorId, now);
  } catch (failure) {
    if (!(failure instanceof pg.DatabaseError)) throw failure;
  }
}

import { sql } from 'kysely';
import type { PlanAutopayEnd } from '#shared/authorisations/authorisation.ts';
import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { dueDatesOf } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import type { KeptPlan } from '../../plans/kept-plan.ts';
import { type LockedAuthorisation, lockAuthorisation } from '../locked.ts';
import { noteEvent } from '../note-event.ts';
import { followedPlan } from './followed-plan.ts';

/** Whether something of it may still be taken, or come back and be tried again. */
async function isOnItsWay(trx: Database, authorisationId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM scheduled_payment WHERE authorisation_id = ${authorisationId} AND state IN ('waiting', 'sent')
    UNION ALL SELECT FROM scheduled_attempt JOIN payment ON key = payment_key
    WHERE authorisation_id = ${authorisationId} AND method_kind = 'ach'
      AND state IN ('sent', 'unknown', 'approved', 'originated')
    UNION ALL SELECT FROM ach_retry WHERE authorisation_id = ${authorisationId} AND state = 'waiting'
    LIMIT 1`.execute(trx);
  return rows.length > 0;
}

/** Why autopay of a plan ends; undefined while it goes on. */
async function reasonToEnd(
  trx: Database,
  authorisationId: string,
  kept: KeptPlan | undefined,
  now: Instant,
): Promise<PlanAutopayEnd | undefined> {
  if (kept?.state === 'cancelled') return 'plan_cancelled';
  if (kept?.state === 'defaulted') return 'plan_defaulted';
  if (kept?.state === 'active') {
    const last = dueDatesOf(kept.plan, kept.events).at(-1);
    if (!last || last >= dateIn(kept.timeZone, now)) return undefined;
  }
  if (await isOnItsWay(trx, authorisationId)) return undefined;
  return kept?.state === 'active' ? 'plan_over' : 'plan_paid_off';
}

/**
 * Ends autopay of a plan, which is locked, once there is nothing to take any more: the plan was cancelled or is in
 * default, it is paid off and no debit can come back, or its last due date has passed. Says whether it has ended.
 */
export async function endWithPlan(
  trx: Database,
  { authorisationId, terms, state }: LockedAuthorisation,
  now: Instant,
): Promise<boolean> {
  if (terms.kind !== 'plan' || state !== 'active') return state !== 'active';
  const why = await reasonToEnd(trx, authorisationId, await followedPlan(trx, terms), now);
  if (!why) return false;
  await sql`SELECT end_authorisation(${authorisationId}, 'finished', ${why}, ${now})`.execute(trx);
  await noteEvent(trx, authorisationId, { kind: 'finished', why }, null, now);
  return true;
}

/** Does so right after a guarantor's plan was changed, in a transaction of its own: locks are taken in one order. */
export async function followPlanEnd(
  db: Database,
  guarantorId: string,
  now: Instant,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    SELECT authorisation_id AS id FROM authorisation
    WHERE guarantor_id = ${guarantorId} AND kind = 'plan' AND state = 'active'`.execute(db);
  for (const { id } of rows) {
    await db.transaction().execute(async trx => {
      const locked = await lockAuthorisation(trx, id);
      if (locked) await endWithPlan(trx, locked, now);
    });
  }
}

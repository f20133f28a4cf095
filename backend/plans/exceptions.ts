import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { ExceptionTerms } from '#shared/plans/exception.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { AboutPlan } from './about-plan.ts';

interface Allowed {
  readonly terms: ExceptionTerms;
  readonly amountCents: number;
  readonly isOpen: boolean;
}

/** Refuses an exception that does not allow this plan today: it is of other terms, was used, or has run out. */
export async function refuseOtherException(
  db: Database,
  exceptionId: string,
  wish: PlanWish,
  { guarantorId, today }: AboutPlan,
): Promise<{ readonly amountCents: number }> {
  const { rows } = await sql<Allowed>`
    SELECT terms, amount_cents AS "amountCents", good_until >= ${today}::date AND used_at IS NULL AS "isOpen"
    FROM approval_request
    WHERE request_id = ${exceptionId} AND guarantor_id = ${guarantorId} AND kind = 'plan_exception'
      AND state = 'approved'`.execute(db);
  const [allowed] = rows;
  if (!allowed) throw new Refused('plan_exception_not_found');
  if (!allowed.isOpen) throw new Refused('plan_exception_over');
  if (!isDeepStrictEqual(allowed.terms.wish, wish)) throw new Refused('plan_exception_differs');
  return allowed;
}

/** Uses an exception for a plan that was just written, once: whoever comes second is refused. */
export async function spendException(
  trx: Database,
  offerId: string,
  planId: string,
  { now, today }: AboutPlan,
): Promise<void> {
  const { rows } = await sql<{ exceptionId: string | null }>`
    SELECT exception_id AS "exceptionId" FROM plan_offer WHERE offer_id = ${offerId}`.execute(trx);
  const exceptionId = rows[0]?.exceptionId;
  if (!exceptionId) return;
  const used = await sql`
    UPDATE approval_request SET used_at = ${now}, plan_id = ${planId}
    WHERE request_id = ${exceptionId} AND used_at IS NULL AND good_until >= ${today}::date RETURNING request_id`.execute(
    trx,
  );
  if (used.rows.length === 0) throw new Refused('plan_exception_over');
}

import { sql } from 'kysely';
import type { Refund, RefundKey } from '#shared/billing/refund.ts';
import type { ApprovalDecision } from '#shared/contract/approvals.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

export interface LockedRefund {
  readonly paymentKey: string;
  readonly askedBy: string;
  readonly decidedBy: string | null;
  readonly decision: ApprovalDecision['decision'] | null;
  readonly state: Refund['state'];
  readonly stateAt: string;
  readonly methodKind: string;
  readonly region: RegionCode;
}

/** The refund with its payment locked: two who decide or pay it at once take turns. */
export async function lockRefund(
  db: Database,
  key: RefundKey,
  { user }: Person,
): Promise<LockedRefund> {
  await sql`SELECT FROM payment WHERE key = (SELECT payment_key FROM refund WHERE refund_key = ${key})
    FOR NO KEY UPDATE`.execute(db);
  const { rows } = await sql<LockedRefund>`
    SELECT refund.payment_key AS "paymentKey", asked_by AS "askedBy", decided_by AS "decidedBy", decision,
      refund.state, refund.state_at AS "stateAt", refund.method_kind AS "methodKind", region
    FROM refund JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
    WHERE refund_key = ${key}`.execute(db);
  const [refund] = rows;
  if (!refund || !user.regions.includes(refund.region)) throw new Refused('refund_not_found');
  return refund;
}

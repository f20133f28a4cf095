import { sql } from 'kysely';
import type { RefundKey } from '#shared/billing/refund.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import type { ApprovalDecision } from '#shared/contract/approvals.ts';
import { refundRefusal } from '#shared/payments/may-follow.ts';
import { followedNow } from '../after-payment/about-payment.ts';
import { refuseFormerSupervisor } from '../approvals/still-supervisor.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { findPayment } from '../payments/read.ts';
import type { PaymentParts } from '../payments/submit.ts';
import { finishRefund } from './finish.ts';
import { type LockedRefund, lockRefund } from './lock.ts';
import { approveRefund, moveRefund } from './move.ts';

/** Whether this decision stands already; refused where another one does, with what it was. */
function isDecided(
  refund: LockedRefund,
  decision: ApprovalDecision['decision'],
  person: Person,
): boolean {
  if (refund.askedBy === person.user.userId) throw new Refused('own_refund');
  if (refund.state === 'requested') return false;
  if (refund.decidedBy === person.user.userId && refund.decision === decision) return true;
  throw new Refused(refund.decision === 'decline' ? 'decided_declined' : 'decided_approved');
}

/**
 * Approves or declines a refund, by a supervisor who did not ask for it. The same decision by the same person
 * again changes nothing; any other that comes after one is refused with what was decided.
 */
export async function decideRefund(
  parts: PaymentParts,
  refundKey: RefundKey,
  { decision, reason }: Pick<ApprovalDecision, 'decision' | 'reason'>,
  person: Person,
): Promise<void> {
  const { db, clock, leaseMs } = parts;
  const isSent = await db.transaction().execute(async trx => {
    await refuseFormerSupervisor(trx, person);
    const refund = await lockRefund(trx, refundKey, person);
    if (isDecided(refund, decision, person)) return false;
    const now = clock();
    await sql`UPDATE refund SET decided_at = ${instantOf(now)}, decided_by = ${person.user.userId},
      decision = ${decision}, decided_why = ${reason} WHERE refund_key = ${refundKey}`.execute(trx);
    if (decision === 'decline') {
      await moveRefund(trx, refundKey, 'declined', { why: reason, now });
      return false;
    }
    const found = await findPayment(trx, refund.paymentKey);
    if (!found || refundRefusal(followedNow(found, now))) throw new Refused('not_refundable');
    await approveRefund(trx, { ...refund, refundKey }, { why: reason, now, leaseMs });
    return refund.methodKind === 'card';
  });
  if (isSent) await finishRefund(parts, refundKey);
}

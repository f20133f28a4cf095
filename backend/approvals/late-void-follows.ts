import type { ApprovalFollows } from '#shared/billing/approval.ts';
import type { ProblemCode } from '#shared/contract/problem.ts';
import { isOpenRefund } from '#shared/payments/refund-states.ts';
import type { Database } from '../database/connect.ts';
import type { FoundPayment } from '../payments/read.ts';
import { refundsOf } from '../refunds/read.ts';
import { refundableCents, refundableParts } from '../refunds/refundable.ts';

export interface Following {
  readonly follows: ApprovalFollows | null;
  readonly refusal: ProblemCode | null;
}

export const nothingFollows = (refusal: ProblemCode): Following => ({ follows: null, refusal });
export const thisFollows = (follows: ApprovalFollows): Following => ({ follows, refusal: null });

/**
 * What a late void does as the payment stands. A card's may be voided until it has settled; a debit until its file is
 * written: afterwards the bank has it, and the whole goes back once it has settled.
 */
function byState({ payment: { state, method } }: FoundPayment): ApprovalFollows | null {
  const isCard = method.kind === 'card';
  switch (state) {
    case 'approved':
      return isCard ? 'void_card' : 'void_debit';
    case 'posted':
      return isCard ? 'void_card' : null;
    case 'originated':
      return 'refund_later';
    case 'settled':
      return isCard ? 'refund_now' : 'refund_file';
    default:
      return null;
  }
}

/** The same, refused where money is on its way back already. Whoever acts on it holds the payment's lock. */
export async function lateVoidFollows(db: Database, found: FoundPayment): Promise<Following> {
  const follows = byState(found);
  if (follows === null) return nothingFollows('approval_over');
  const { key } = found.payment;
  const refunds = await refundsOf(db, key);
  const isRefunding = refunds.some(({ state }) => isOpenRefund(state));
  const left = refundableCents(await refundableParts(db, key));
  return isRefunding || left === 0 ? nothingFollows('approval_over') : thisFollows(follows);
}

import type { ApprovalDetail } from '#shared/billing/approval.ts';

/** Which words of `did` tell how far an approved refund is. */
function wordOfRefund({ refundState, payment }: ApprovalDetail) {
  switch (refundState) {
    case 'refunded':
      return 'refunded';
    case 'refused':
      return 'refund_refused';
    case 'approved': {
      if (payment?.state === 'received') return 'refund_by_hand';
      return payment?.state === 'settled' ? 'refund_with_file' : 'refund_when_settled';
    }
    default:
      return 'refund_sent';
  }
}

/** Which words of `did` tell what a decision has done so far. */
export function wordOfDone(approval: ApprovalDetail) {
  const { kind, state, payment, refundState } = approval;
  if (state !== 'approved') return 'declined';
  if (kind === 'fee_waiver') return 'waive';
  if (kind === 'override') return 'allow_payment';
  if (kind === 'plan_exception') return 'allow_plan';
  if (kind === 'refund' || refundState !== null) return wordOfRefund(approval);
  return payment?.state === 'voided' ? 'voided' : 'void_waits';
}

import { z } from 'zod';

/**
 * Every state a refund can be in. `requested`: waits for a second person. `approved`: nobody has been asked
 * to pay it yet, or its check is not written, or its payment has not settled. `sent`: whoever pays it may have heard.
 * `refused`: they will not, or the payment came back first. `declined`: nobody was asked.
 */
export const RefundState = z.enum([
  'requested',
  'approved',
  'sent',
  'refunded',
  'refused',
  'declined',
]);
export type RefundState = z.infer<typeof RefundState>;

/** The only moves there are; the backend's database holds this table and refuses to write any other. */
export const refundMoves: Readonly<Record<RefundState, readonly RefundState[]>> = {
  requested: ['approved', 'declined'],
  approved: ['sent', 'refused'],
  sent: ['refunded', 'refused'],
  refunded: [],
  refused: [],
  declined: [],
};

/** Whether a refund in this state may still give money back; no other of the payment begins meanwhile. */
export function isOpenRefund(state: RefundState): boolean {
  return refundMoves[state].length > 0;
}

import { z } from 'zod';
import { PaymentMethod } from '../billing/payment-method.ts';
import { PayoutOrder } from '../billing/payout.ts';
import { Refund, RefundKey } from '../billing/refund.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { Reason } from '../text/reason.ts';
import { MOST_WAITING, ofPayment, verificationOrNone } from './of-payment.ts';
import { IDEMPOTENCY_HEADER } from './protocol.ts';
import { route } from './route.ts';

/** An approved refund that somebody has to write a check for, or send a wire; `address` is where the check goes. */
export const RefundToPayOut = Refund.extend({
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  method: PaymentMethod,
  paidCents: PositiveCents,
  askedBy: z.string(),
  region: RegionCode,
  address: z.string(),
});
export type RefundToPayOut = z.infer<typeof RefundToPayOut>;

export const RefundOrder = z.strictObject({
  amountCents: PositiveCents,
  reason: Reason,
  verificationId: verificationOrNone,
});
export type RefundOrder = z.infer<typeof RefundOrder>;

/** Money given back: asked for, decided by a second person above a limit, paid out. */
export const refundRoutes = {
  askRefund: route({
    method: 'POST',
    path: '/v1/payments/:key/refunds',
    summary:
      'Give back all or part of a settled payment, to the method it came by; above a limit it waits for a second person',
    params: z.object({ key: AttemptKey }),
    headers: z.object({ [IDEMPOTENCY_HEADER]: RefundKey }),
    body: RefundOrder,
    status: 201,
    reply: Refund,
    problems: [
      ...ofPayment,
      'card_in_reason',
      'void_instead',
      'not_settled_yet',
      'not_refundable',
      'refund_over_paid',
      'refund_open',
      'key_reused',
    ],
  }),
  refund: route({
    method: 'GET',
    path: '/v1/refunds/:refundKey',
    summary:
      'What became of a refund, for the workstation that asked for it and the people of its region',
    params: z.object({ refundKey: RefundKey }),
    status: 200,
    reply: Refund,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'refund_not_found'],
  }),
  refundsToPayOut: route({
    method: 'GET',
    path: '/v1/refunds-to-pay-out',
    summary: 'Approved refunds of money that arrived by itself, which go back by check or wire',
    status: 200,
    reply: z.object({ refunds: z.array(RefundToPayOut).max(MOST_WAITING) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  payOutRefund: route({
    method: 'PUT',
    path: '/v1/refunds/:refundKey/payout',
    summary:
      'Record the check or wire by which a refund was paid out; the same one twice changes nothing',
    params: z.object({ refundKey: RefundKey }),
    body: PayoutOrder,
    status: 200,
    reply: Refund,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'refund_not_found',
      'own_refund',
      'card_in_reason',
      'not_to_pay_out',
      'paid_out_otherwise',
      'payout_number_used',
      'payout_day_wrong',
    ],
  }),
};

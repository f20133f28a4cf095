import { z } from 'zod';
import { PaymentHistory, ReceiptOrder, ReceiptWay } from '../billing/payment-history.ts';
import { TraceClosing } from '../billing/payment-trace.ts';
import { PayoutOrder } from '../billing/payout.ts';
import { Refund, RefundKey } from '../billing/refund.ts';
import { afterPaymentRoutes } from '../contract/after-payment.ts';
import { RefundOrder, refundRoutes } from '../contract/refunds.ts';
import { traceRoutes } from '../contract/traces.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { call } from './call.ts';

const Reason = RefundOrder.shape.reason;
const Language = z.enum(['en', 'es']);

/**
 * What may follow a payment, whatever desk took it. Keys are minted by the page when a form opens and kept
 * with it, so that asking again after a lost answer is the same question; that of a refund is in the journal before it
 * is sent.
 */
export const afterPaymentCalls = {
  'payments.history': call({ input: z.strictObject({ key: AttemptKey }), output: PaymentHistory }),
  'payments.takeBack': call({
    input: z.strictObject({ key: AttemptKey, reason: Reason }),
    output: z.null(),
  }),
  'payments.refund': call({
    input: z.strictObject({
      key: AttemptKey,
      refundKey: RefundKey,
      amountCents: RefundOrder.shape.amountCents,
      reason: Reason,
    }),
    output: Refund,
  }),
  'payments.trace': call({
    input: z.strictObject({ key: AttemptKey, traceId: z.uuid(), note: Reason }),
    output: traceRoutes.openTrace.reply,
  }),
  'disputes.open': call({
    input: z.strictObject({ disputeId: z.uuid(), chargeId: z.uuid(), reason: Reason }),
    output: afterPaymentRoutes.openDispute.reply,
  }),
  'receipts.send': call({
    input: z.strictObject({
      key: AttemptKey,
      receiptKey: z.uuid(),
      by: ReceiptWay,
      to: z.email().max(320).nullable(),
      language: Language,
    }),
    output: ReceiptOrder,
  }),
  /** False when the person chose not to after all. */
  'receipts.print': call({
    input: z.strictObject({ key: AttemptKey, language: Language }),
    output: z.object({ printed: z.boolean() }),
  }),
  'refunds.toPayOut': call({ input: z.null(), output: refundRoutes.refundsToPayOut.reply }),
  'refunds.payOut': call({
    input: PayoutOrder.extend({ refundKey: RefundKey }),
    output: Refund,
  }),
  'payments.unposted': call({ input: z.null(), output: traceRoutes.unpostedPayments.reply }),
  'traces.close': call({
    input: TraceClosing.extend({ traceId: z.uuid() }),
    output: traceRoutes.closeTrace.reply,
  }),
};

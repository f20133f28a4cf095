import { z } from 'zod';
import { PaymentHistory, ReceiptOrder, ReceiptWay } from '../billing/payment-history.ts';
import { PaymentMethod } from '../billing/payment-method.ts';
import { PaymentTrace, TraceClosing } from '../billing/payment-trace.ts';
import { PayoutOrder } from '../billing/payout.ts';
import { Refund, RefundKey } from '../billing/refund.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { PaymentState } from '../payments/states.ts';
import { Reason } from '../text/reason.ts';
import type { ProblemCode } from './problem.ts';
import { IDEMPOTENCY_HEADER } from './protocol.ts';
import { route } from './route.ts';

const byKey = z.object({ key: AttemptKey });
/** The caller's verification; null for a supervisor, who needs none. */
const verificationId = z.uuid().nullable();

const refusals = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'not_verified',
  'payment_not_found',
] as const satisfies ProblemCode[];

/** The most refunds that are listed at once, the oldest first. */
export const MOST_WAITING = 200;

/** A refund that waits for a second person. */
export const WaitingRefund = Refund.extend({
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  method: PaymentMethod,
  paidCents: PositiveCents,
  askedBy: z.string(),
});
export type WaitingRefund = z.infer<typeof WaitingRefund>;

/** An approved refund that somebody has to write a check for, or send a wire; `address` is where the check goes. */
export const RefundToPayOut = WaitingRefund.extend({ region: RegionCode, address: z.string() });
export type RefundToPayOut = z.infer<typeof RefundToPayOut>;

/** A payment that has not posted in time, or that somebody looks for. */
export const UnpostedPayment = z.object({
  key: AttemptKey,
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  region: RegionCode,
  state: PaymentState,
  method: PaymentMethod,
  amountCents: PositiveCents,
  confirmation: z.string().nullable(),
  takenAt: Instant,
  postingOn: CalendarDate,
  /** Business days since it was to post, by the bank calendar; 0 where it has posted meanwhile. */
  businessDaysLate: z.int().nonnegative(),
  trace: PaymentTrace.omit({ closed: true }).nullable(),
});
export type UnpostedPayment = z.infer<typeof UnpostedPayment>;

export const RefundOrder = z.strictObject({
  amountCents: PositiveCents,
  reason: Reason,
  verificationId,
});
export type RefundOrder = z.infer<typeof RefundOrder>;

export const RefundDecision = z.strictObject({
  decision: z.enum(['approve', 'decline']),
  reason: Reason,
});
export type RefundDecision = z.infer<typeof RefundDecision>;

/** The largest receipt, in base64 characters: the request as a whole holds no more. */
const MOST_PDF = 60_000;

export const ReceiptRequest = z.strictObject({
  by: ReceiptWay,
  /** An e-mail address; null for a letter, which goes to the guarantor's address on record. */
  to: z.email().max(320).nullable(),
  language: z.enum(['en', 'es']),
  /** The receipt as it was drawn at the desk, in base64. */
  pdf: z.base64().min(100).max(MOST_PDF),
  verificationId,
});
export type ReceiptRequest = z.infer<typeof ReceiptRequest>;

/** What may follow a payment. Reading and asking need a verified caller, or a supervisor. */
export const afterPaymentRoutes = {
  paymentHistory: route({
    method: 'GET',
    path: '/v1/payments/:key/history',
    summary: 'Every state of a payment with its date and reason, refunds, traces and receipts',
    params: byKey,
    query: z.object({ verificationId: z.uuid().optional() }),
    status: 200,
    reply: PaymentHistory,
    problems: refusals,
  }),
  askRefund: route({
    method: 'POST',
    path: '/v1/payments/:key/refunds',
    summary:
      'Give back all or part of a settled payment, to the method it came by; above a limit it waits for a second person',
    params: byKey,
    headers: z.object({ [IDEMPOTENCY_HEADER]: RefundKey }),
    body: RefundOrder,
    status: 201,
    reply: Refund,
    problems: [
      ...refusals,
      'card_in_reason',
      'void_instead',
      'not_settled_yet',
      'not_refundable',
      'refund_over_paid',
      'refund_open',
      'key_reused',
    ],
  }),
  waitingRefunds: route({
    method: 'GET',
    path: '/v1/waiting-refunds',
    summary: 'Refunds that wait for a second person, the oldest first',
    status: 200,
    reply: z.object({ refunds: z.array(WaitingRefund).max(MOST_WAITING) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  decideRefund: route({
    method: 'POST',
    path: '/v1/refunds/:refundKey/decision',
    summary: 'Approve or decline a refund that somebody else asked for',
    params: z.object({ refundKey: RefundKey }),
    body: RefundDecision,
    status: 200,
    reply: Refund,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'refund_not_found',
      'own_refund',
      'card_in_reason',
      'decided_approved',
      'decided_declined',
      'not_refundable',
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
  unpostedPayments: route({
    method: 'GET',
    path: '/v1/unposted-payments',
    summary: 'Payments that have not posted two business days after their day, the oldest first',
    status: 200,
    reply: z.object({ payments: z.array(UnpostedPayment).max(MOST_WAITING) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  closeTrace: route({
    method: 'PUT',
    path: '/v1/traces/:traceId/closing',
    summary: 'Close a trace with what it found; the same closing twice changes nothing',
    params: z.object({ traceId: z.uuid() }),
    body: TraceClosing,
    status: 200,
    reply: z.object({ traceId: z.uuid() }),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'card_in_reason',
      'trace_not_found',
      'trace_closed',
      'not_posted_yet',
    ],
  }),
  openTrace: route({
    method: 'PUT',
    path: '/v1/payments/:key/traces/:traceId',
    summary: 'Look for a payment that has not posted in time; the same trace twice changes nothing',
    params: z.object({ key: AttemptKey, traceId: z.uuid() }),
    body: z.strictObject({ note: Reason, verificationId }),
    status: 200,
    reply: z.object({ traceId: z.uuid() }),
    problems: [
      ...refusals,
      'card_in_reason',
      'trace_too_early',
      'not_traceable',
      'trace_open',
      'key_reused',
    ],
  }),
  openDispute: route({
    method: 'PUT',
    path: '/v1/disputes/:disputeId',
    summary: 'Dispute a charge from a call; its collections clock stands still until it is closed',
    params: z.object({ disputeId: z.uuid() }),
    body: z.strictObject({ chargeId: z.uuid(), reason: Reason, verificationId: z.uuid() }),
    status: 200,
    reply: z.object({ disputeId: z.uuid() }),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'not_verified',
      'not_found',
      'card_in_reason',
      'dispute_open',
      'key_reused',
    ],
  }),
  sendReceipt: route({
    method: 'POST',
    path: '/v1/payments/:key/receipts',
    summary: 'Send a receipt again, by e-mail or as a letter; the same key twice sends one',
    params: byKey,
    headers: z.object({ [IDEMPOTENCY_HEADER]: z.uuid() }),
    body: ReceiptRequest,
    status: 201,
    reply: ReceiptOrder,
    problems: [...refusals, 'no_receipt', 'key_reused'],
  }),
};

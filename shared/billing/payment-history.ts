import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { ProblemCode } from '../contract/problem.ts';
import { Cents } from '../money/cents.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { PaymentState } from '../payments/states.ts';
import { AskedApproval } from './approval.ts';
import { Payment } from './payment.ts';
import { PaymentTrace } from './payment-trace.ts';
import { Refund } from './refund.ts';

/** A state a payment came to. */
export const StateReached = z.object({
  state: PaymentState,
  at: Instant,
  why: z.string().nullable(),
  /** Whoever caused it; null where nobody did, and of what was moved before that was kept. */
  byName: z.string().nullable(),
  /** What it came through where no person caused it, as the audit trail has it: `run card_posting`, `bank file`. */
  through: z.string().nullable(),
});
export type StateReached = z.infer<typeof StateReached>;

/** A refund of the payment, with whoever or whatever brought it to where it stands. */
export const FollowedRefund = Refund.extend(
  StateReached.pick({ byName: true, through: true }).shape,
);
export type FollowedRefund = z.infer<typeof FollowedRefund>;

export const ReceiptWay = z.enum(['email', 'mail']);
export type ReceiptWay = z.infer<typeof ReceiptWay>;

/** A receipt that was asked for again; `sentAt` is null while it has not left. */
export const ReceiptOrder = z.object({
  by: ReceiptWay,
  to: z.string(),
  askedAt: Instant,
  sentAt: Instant.nullable(),
});
export type ReceiptOrder = z.infer<typeof ReceiptOrder>;

/** A debit of the same money that a return came between: the first of the tries, or another try. */
export const OtherTry = z.object({
  key: AttemptKey,
  isFirst: z.boolean(),
  state: PaymentState,
  takenAt: Instant,
  confirmation: z.string().nullable(),
});
export type OtherTry = z.infer<typeof OtherTry>;

/** The run that took a payment by itself, and the authorisation it had for it. */
export const TakenUnder = z.object({
  runOn: CalendarDate,
  payerName: z.string(),
  madeWithName: z.string(),
  madeOn: CalendarDate,
});
export type TakenUnder = z.infer<typeof TakenUnder>;

/** One payment's life in one place, and what may be done about it now. */
export const PaymentHistory = z.object({
  payment: Payment,
  /** Null for what arrived by itself, and for what a run took. */
  takenByName: z.string().nullable(),
  takenUnder: TakenUnder.nullable(),
  /** In order; of a payment from before these were kept, its state alone. */
  states: z.array(StateReached),
  refunds: z.array(FollowedRefund),
  receipts: z.array(ReceiptOrder),
  traces: z.array(PaymentTrace),
  /** Late voids and overrides that were asked for; refunds have their place above. */
  approvals: z.array(AskedApproval),
  /** The other tries at a debit that came back for want of funds, in order. */
  tries: z.array(OtherTry),
  /** When it is tried again; null where it is not. */
  retryOn: CalendarDate.nullable(),
  /** Given back so far. */
  refundedCents: Cents,
  /** May still be given back. */
  refundableCents: Cents,
  /** Why the caller's representative may not do it now; null when they may. */
  refusals: z.object({
    void: ProblemCode.nullable(),
    lateVoid: ProblemCode.nullable(),
    refund: ProblemCode.nullable(),
    trace: ProblemCode.nullable(),
  }),
  /** The first business day on which a trace may be opened. */
  traceFrom: CalendarDate,
});
export type PaymentHistory = z.infer<typeof PaymentHistory>;

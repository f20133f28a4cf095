import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { ProblemCode } from '../contract/problem.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Cents, PositiveCents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { RefundState } from '../payments/refund-states.ts';
import { PaymentState } from '../payments/states.ts';
import { ExceptionTerms, ExceptionUse } from '../plans/exception.ts';
import { PaymentMethod } from './payment-method.ts';

/** What needs a second person. */
export const ApprovalKind = z.enum([
  'refund',
  'late_void',
  'fee_waiver',
  'plan_exception',
  'override',
]);
export type ApprovalKind = z.infer<typeof ApprovalKind>;

/** `lapsed`: nobody decided, and what it was about is so no more. */
export const ApprovalState = z.enum(['requested', 'approved', 'declined', 'lapsed']);
export type ApprovalState = z.infer<typeof ApprovalState>;

/**
 * What follows from a yes. `void_card`: the processor is asked to void, and where it no longer can the whole goes back
 * once it has settled. `void_debit`: no bank has heard of it yet. `refund_now`: back to the card at once;
 * `refund_file`: with the next file of credits; `refund_check`: by check or wire, sent by a person; `refund_later`: the
 * whole, once the payment has settled, and nothing if it comes back.
 */
export const ApprovalFollows = z.enum([
  'void_card',
  'void_debit',
  'refund_now',
  'refund_file',
  'refund_check',
  'refund_later',
  'waive',
  'allow_payment',
  'allow_plan',
]);
export type ApprovalFollows = z.infer<typeof ApprovalFollows>;

/** The second signature. */
const Decided = z.object({ at: Instant, byName: z.string(), why: z.string() });

/** A request as whoever asked may know it. */
export const AskedApproval = z.object({
  kind: ApprovalKind,
  approvalId: z.uuid(),
  paymentKey: AttemptKey.nullable(),
  amountCents: PositiveCents,
  reason: z.string(),
  askedAt: Instant,
  askedByName: z.string(),
  state: ApprovalState,
  decided: Decided.nullable(),
  /** What followed from the approval of a late void. */
  followed: ApprovalFollows.nullable(),
  terms: ExceptionTerms.nullable(),
  use: ExceptionUse.nullable(),
});
export type AskedApproval = z.infer<typeof AskedApproval>;

/** A request as the queue shows it. */
export const Approval = AskedApproval.extend({
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  region: RegionCode,
  askedBy: z.string(),
});
export type Approval = z.infer<typeof Approval>;

/** A request with what a second person needs to decide it. */
export const ApprovalDetail = Approval.extend({
  payment: z
    .object({
      state: PaymentState,
      stateAt: Instant,
      method: PaymentMethod,
      amountCents: PositiveCents,
      takenAt: Instant,
      takenByName: z.string().nullable(),
      confirmation: z.string().nullable(),
    })
    .nullable(),
  /** How far the refund is that was asked for, or that took a late void's place. */
  refundState: RefundState.nullable(),
  fee: z.object({ description: z.string(), openCents: Cents }).nullable(),
  /** What a yes does as things stand now; null where nothing can be approved any more, which `refusal` says. */
  follows: ApprovalFollows.nullable(),
  refusal: ProblemCode.nullable(),
});
export type ApprovalDetail = z.infer<typeof ApprovalDetail>;

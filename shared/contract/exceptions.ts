import { z } from 'zod';
import { ChargedMethod, PaymentMethod } from '../billing/payment-method.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { PaymentState } from '../payments/states.ts';
import { route } from './route.ts';

/** The most of one kind that are listed at once, the oldest first. */
export const MOST_EXCEPTIONS = 200;

/** That a supervisor let another payment start while the outcome of this one was open, and why. */
export const Override = z.object({
  at: Instant,
  byName: z.string(),
  reason: z.string(),
});
export type Override = z.infer<typeof Override>;

/** A payment whose outcome nobody knows; or one that was overridden, with what became of it. */
export const UnknownOutcome = z.object({
  key: AttemptKey,
  state: PaymentState,
  stateAt: Instant,
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  method: ChargedMethod,
  amountCents: PositiveCents,
  takenAt: Instant,
  takenBy: z.string(),
  takenByName: z.string(),
  workstationId: z.uuid(),
  /** How often the card processor was asked what became of it, and did not answer. */
  askedInVain: z.int().min(0),
  override: Override.nullable(),
});
export type UnknownOutcome = z.infer<typeof UnknownOutcome>;

/** What a payment took beyond what was open: the guarantor's money, to be refunded. */
export const UnappliedCredit = z.object({
  key: AttemptKey,
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  region: RegionCode,
  method: PaymentMethod,
  amountCents: PositiveCents,
  creditCents: PositiveCents,
  takenAt: Instant,
  /** Null for money that arrived by itself. */
  confirmation: z.string().nullable(),
  postingOn: CalendarDate.nullable(),
});
export type UnappliedCredit = z.infer<typeof UnappliedCredit>;

export const OverrideReason = z.string().trim().min(3).max(500);

export const exceptionRoutes = {
  unappliedCredits: route({
    method: 'GET',
    path: '/v1/unapplied-credits',
    summary: 'Money that was paid beyond what was open, the oldest first: to be refunded',
    status: 200,
    reply: z.object({ credits: z.array(UnappliedCredit).max(MOST_EXCEPTIONS) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  overridePayment: route({
    method: 'POST',
    path: '/v1/payments/:key/override',
    summary:
      'Let another payment start although the outcome of this one is open; it stays unknown and is asked after as before',
    params: z.object({ key: AttemptKey }),
    body: z.strictObject({ reason: OverrideReason }),
    status: 200,
    reply: z.object({ key: AttemptKey, override: Override }),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'payment_not_found',
      'card_in_reason',
      'still_in_flight',
      'outcome_approved',
      'outcome_declined',
      'outcome_not_charged',
    ],
  }),
};

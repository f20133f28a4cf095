import { z } from 'zod';
import { ChargedMethod } from '../billing/payment-method.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { Agreement } from './agreement.ts';
import { AuthorisationLetter } from './letter.ts';
import { AuthorisationTerms } from './terms.ts';

/** `stopped`: the card will never pay again, says its bank. `finished`: everything agreed was taken or skipped. */
export const AuthorisationState = z.enum(['active', 'revoked', 'stopped', 'finished']);
export type AuthorisationState = z.infer<typeof AuthorisationState>;

/**
 * Why autopay of a plan has ended, as `stateWhy` of one that is finished. `plan_over`: its last due date has passed, and
 * something of it is still owed.
 */
export const PlanAutopayEnd = z.enum([
  'plan_paid_off',
  'plan_cancelled',
  'plan_defaulted',
  'plan_over',
]);
export type PlanAutopayEnd = z.infer<typeof PlanAutopayEnd>;

/** One payment of an authorisation; `occurrence` names it for as long as the authorisation is known. */
export const OccurrenceName = z.string().regex(/^[\w-]{1,40}$/);

export const NextPayment = z.object({
  occurrence: OccurrenceName,
  payOn: CalendarDate,
  /** At most so much: less where less is open. */
  amountCents: PositiveCents,
  /** Until when a payer may count on stopping it (12 CFR 1005.10(c)). */
  stopBy: CalendarDate,
});
export type NextPayment = z.infer<typeof NextPayment>;

export const AuthorisationEvent = z.object({
  at: Instant,
  kind: z.enum(['made', 'changed', 'skipped', 'signed', 'revoked', 'stopped', 'finished']),
  /** Who did it; null for a run. */
  byName: z.string().nullable(),
  occurrence: z.string().nullable(),
  why: z.string().nullable(),
});

/** The written copy that came back with the payer's signature: debits go under it from then on. */
export const SignedCopy = z.object({ signedOn: CalendarDate, receivedOn: CalendarDate });
export type SignedCopy = z.infer<typeof SignedCopy>;

/** An authorisation as it stands, with its history, which only grows. */
export const Authorisation = z.object({
  authorisationId: z.uuid(),
  guarantorId: GuarantorId,
  state: AuthorisationState,
  stateWhy: z.string().nullable(),
  methodId: z.uuid(),
  method: ChargedMethod,
  /** `2028-04` for a card, null for a bank account. */
  goodThrough: z.string().nullable(),
  terms: AuthorisationTerms,
  agreement: Agreement,
  /** Of the terms as they are now; null as long as only the spoken yes is there. */
  signed: SignedCopy.nullable(),
  next: NextPayment.nullable(),
  /** The card expires before the next payment: ask for another one. */
  expiresFirst: z.boolean(),
  history: z.array(AuthorisationEvent),
  /** What was sent in writing or waits to be, the newest first. */
  letters: z.array(AuthorisationLetter),
});
export type Authorisation = z.infer<typeof Authorisation>;

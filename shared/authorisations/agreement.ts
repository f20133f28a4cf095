import { z } from 'zod';
import { HolderName } from '../ach/tel-authorisation.ts';
import type { ChargedMethod } from '../billing/payment-method.ts';
import { Instant } from '../calendar/dates.ts';
import type { AuthorisationTerms } from './terms.ts';

/** Counts up whenever the words of `spoken:authorisation` change: which words were agreed to stays known. */
export const WORDING_VERSION = '2026-11';

/**
 * The elements of an authorisation that is kept, each read aloud and agreed to by itself: whose card, how
 * much, when, that it is stored, how amounts vary and are announced, how to stop and revoke, that nothing
 * depends on it (12 CFR 1005.10(b), (c), (d), (e)(1); Nacha's TEL rule for recurring debits).
 */
export const AuthorisationElement = z.enum([
  'method',
  'amount',
  'timing',
  'notice',
  'stop',
  'voluntary',
]);
export type AuthorisationElement = z.infer<typeof AuthorisationElement>;

/** By what payments to come are made. */
export type PaidBy = ChargedMethod['kind'];

/**
 * Which elements must be agreed to: one payment is no condition of anything, and amounts vary with autopay.
 * Instalments of a plan vary where the plan does. A series from a bank account may take less than agreed, of which its payer has a right to be told, and
 * chooses not to be (12 CFR 1005.10(d)(2)).
 */
export function requiredElements(
  { kind }: AuthorisationTerms,
  paidBy: PaidBy,
): readonly AuthorisationElement[] {
  switch (kind) {
    case 'once':
      return ['method', 'amount', 'timing', 'stop'];
    case 'series':
      return paidBy === 'ach'
        ? ['method', 'amount', 'timing', 'notice', 'stop', 'voluntary']
        : ['method', 'amount', 'timing', 'stop', 'voluntary'];
    case 'autopay':
    case 'plan':
      return ['method', 'amount', 'timing', 'notice', 'stop', 'voluntary'];
  }
}

/** How and when somebody agreed: which words, in which language, where the yes can be heard. */
export const Agreement = z.strictObject({
  wordingVersion: z.string().regex(/^\d{4}-\d{2}$/),
  language: z.enum(['en', 'es']),
  /** Where the recordings hold the spoken yes; `isRecordingReference` says of what shape. */
  recordingReference: z.string().min(1).max(40),
  acknowledged: z.array(AuthorisationElement).max(AuthorisationElement.options.length),
  /** Whom the words named, where that is known: the consumer whose account is debited. */
  payerName: HolderName.optional(),
  agreedAt: Instant,
});
export type Agreement = z.infer<typeof Agreement>;

/** The first element that was not agreed to; undefined when all were. */
export function missingElement(
  terms: AuthorisationTerms,
  paidBy: PaidBy,
  acknowledged: readonly AuthorisationElement[],
): AuthorisationElement | undefined {
  return requiredElements(terms, paidBy).find(element => !acknowledged.includes(element));
}

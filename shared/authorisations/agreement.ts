import { z } from 'zod';
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

/** Which elements must be agreed to: amounts vary with autopay alone, one payment is no condition of anything. */
export function requiredElements({ kind }: AuthorisationTerms): readonly AuthorisationElement[] {
  switch (kind) {
    case 'once':
      return ['method', 'amount', 'timing', 'stop'];
    case 'series':
      return ['method', 'amount', 'timing', 'stop', 'voluntary'];
    case 'autopay':
      return ['method', 'amount', 'timing', 'notice', 'stop', 'voluntary'];
  }
}

/** How and when somebody agreed: which words, in which language, where the yes can be heard. */
export const Agreement = z.strictObject({
  wordingVersion: z.string().regex(/^\d{4}-\d{2}$/),
  language: z.enum(['en', 'es']),
  /** The call whose recording holds the spoken yes. */
  recordingReference: z.string().min(1).max(40),
  acknowledged: z.array(AuthorisationElement).max(AuthorisationElement.options.length),
  agreedAt: Instant,
});
export type Agreement = z.infer<typeof Agreement>;

/** The first element that was not agreed to; undefined when all were. */
export function missingElement(
  terms: AuthorisationTerms,
  acknowledged: readonly AuthorisationElement[],
): AuthorisationElement | undefined {
  return requiredElements(terms).find(element => !acknowledged.includes(element));
}

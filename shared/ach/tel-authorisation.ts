import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { PositiveCents } from '../money/cents.ts';

/**
 * What a consumer must have been told, and agreed to, before one debit of their account by telephone.
 * Source: Nacha Operating Rules, TEL entries; 12 CFR 1005.10.
 */
export const TelElement = z.enum([
  'debit_on',
  'amount',
  'consumer_name',
  'account',
  'questions_number',
  'authorised_on',
  'one_time',
  'revocation',
]);
export type TelElement = z.infer<typeof TelElement>;

/** As it is said; more digits in a row than a generation has are a number that belongs elsewhere. */
export const HolderName = z
  .string()
  .trim()
  .min(2)
  .max(80)
  .regex(/^(?!.*\d{3})/);

/**
 * One oral authorisation of one debit, as it was given on a recorded call. Which elements are missing
 * says `missingElements`; what the backend makes of the dates, `authorisationFault`.
 */
export const AchAuthorisation = z.strictObject({
  /** In which it was read and agreed to. */
  language: z.enum(['en', 'es']),
  /** Which wording was read, so that it can be shown years later. */
  wordingVersion: z.string().regex(/^[\w.-]{1,20}$/),
  /** On or after which the account is debited: a business day, today or later. */
  debitOn: CalendarDate,
  /** What was agreed to; the payment must be of the same amount. */
  amountCents: PositiveCents,
  agreedAt: Instant,
  /** Where the spoken yes is found in the recordings; `isRecordingReference` says of what shape. */
  recordingReference: z.string().min(1).max(40),
  /** Whose account it is, as it was said. */
  payerName: HolderName,
  /** The elements that were acknowledged, each once, in any order. */
  acknowledged: z
    .array(TelElement)
    .max(TelElement.options.length)
    .refine(elements => new Set(elements).size === elements.length),
});
export type AchAuthorisation = z.infer<typeof AchAuthorisation>;

/** The elements nobody has acknowledged yet, in the order in which they are read; all are required. */
export function missingElements(acknowledged: readonly TelElement[]): TelElement[] {
  return TelElement.options.filter(element => !acknowledged.includes(element));
}

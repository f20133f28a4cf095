import { z } from 'zod';
import { PaymentMethod } from '../billing/payment-method.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { AttemptKey } from '../payments/attempt-key.ts';

/** A return, a notice of change, a payment that no file took, a bank's file that was refused, or too many returns. */
export const AchExceptionKind = z.enum([
  'return',
  'notice',
  'not_sent',
  'refused_file',
  'return_rate',
]);
export type AchExceptionKind = z.infer<typeof AchExceptionKind>;

/** What a person has to do about it. */
export const AchToDo = z.enum([
  'ask_again',
  'other_account',
  'new_authorisation',
  'end_autopay',
  'escalate',
  'correct_terms',
  'decide',
  'nothing',
  'ask_bank',
  'tried_again',
  'find_cause',
]);
export type AchToDo = z.infer<typeof AchToDo>;

/** What a representative did about it. */
export const FollowUpOutcome = z.enum([
  'paid_otherwise',
  'promised',
  'account_corrected',
  'message_left',
  'not_reached',
  'not_needed',
]);
export type FollowUpOutcome = z.infer<typeof FollowUpOutcome>;

export const AchException = z.object({
  id: z.uuid(),
  kind: AchExceptionKind,
  /** R01 to R85 or C01 to C14; null for what has none. */
  code: z.string().nullable(),
  reason: z.string(),
  toDo: AchToDo,
  openedAt: Instant,
  /** Null where it is about a whole file, a refund or a company. */
  payment: z
    .object({
      key: AttemptKey,
      guarantorId: GuarantorId,
      guarantorName: z.string(),
      method: PaymentMethod,
      amountCents: PositiveCents,
      takenAt: Instant,
      confirmation: z.string().nullable(),
      takenByName: z.string().nullable(),
    })
    .nullable(),
  /** When a run tries it again; null where none will. */
  retryOn: CalendarDate.nullable(),
  /** How a representative stands to it; null where none has to call. */
  followUp: z
    .object({
      takenByName: z.string().nullable(),
      doneByName: z.string().nullable(),
      outcome: FollowUpOutcome.nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
});
export type AchException = z.infer<typeof AchException>;

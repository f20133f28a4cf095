import { z } from 'zod';
import { ReceiptWay } from '../billing/payment-history.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { Cents, PositiveCents } from '../money/cents.ts';
import { DocumentRefusal } from './document.ts';
import { DocumentKind } from './policy.ts';

const days = { validFrom: CalendarDate, validUntil: CalendarDate };

const award = {
  percent: z.int().min(1).max(100),
  /** What was taken off, each of the bills it was taken off from. */
  takenOff: z.array(
    z.object({ what: z.string(), servedOn: CalendarDate, amountCents: PositiveCents }),
  ),
  takenOffCents: Cents,
  /** What is left to pay of the bills it was taken off from. */
  leftCents: Cents,
  /**
   * What the insurance has not answered yet, each as it was billed: the award is taken off what is left of it once it
   * has. Letters of before do not name it.
   */
  waits: z
    .array(z.object({ what: z.string(), servedOn: CalendarDate, amountCents: PositiveCents }))
    .default([]),
  ...days,
};

/** Why an application was denied, as a letter can say it in both languages. */
export const DenialReason = z.enum(['income_over_limit', 'documents_missing', 'other']);
export type DenialReason = z.infer<typeof DenialReason>;

const denial = {
  reason: DenialReason,
  /** As the counselor wrote it; letters quote it as it is. */
  note: z.string().nullable(),
};

/**
 * What a letter about an application tells, all of it known when it is written (26 CFR 1.501(r)-4 and -6: what is
 * decided is told in writing, with what it rests on and how to go against it).
 */
export const AssistanceLetter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('received'),
    receivedOn: CalendarDate,
    /** What is still to be sent. */
    asked: z.array(DocumentKind),
    /** The last day for it; null when nothing is asked for. */
    documentsBy: CalendarDate.nullable(),
    /** The day by which it is decided; null while it is not counted yet. */
    decideBy: CalendarDate.nullable(),
  }),
  z.object({
    kind: z.literal('asked'),
    asked: z.array(DocumentKind).min(1),
    /** Why what came did not do, as far as it can be said in both languages. */
    reason: DocumentRefusal.nullable(),
    /** As the counselor wrote it. */
    note: z.string().nullable(),
    documentsBy: CalendarDate.nullable(),
  }),
  z.object({ kind: z.literal('expired') }),
  z.object({ kind: z.literal('awarded'), ...award }),
  z.object({ kind: z.literal('denied'), ...denial, appealBy: CalendarDate }),
  z.object({ kind: z.literal('appeal_awarded'), ...award }),
  z.object({ kind: z.literal('appeal_denied'), ...denial }),
  z.object({ kind: z.literal('renewal'), percent: z.int().min(1).max(100), ...days }),
]);
export type AssistanceLetter = z.infer<typeof AssistanceLetter>;

export const AssistanceLetterKind = z.enum([
  'received',
  'asked',
  'expired',
  'awarded',
  'denied',
  'appeal_awarded',
  'appeal_denied',
  'renewal',
]);
export type AssistanceLetterKind = z.infer<typeof AssistanceLetterKind>;

/** A letter of a case, and how far it has come. */
export const ListedLetter = z.object({
  letterId: z.uuid(),
  kind: AssistanceLetterKind,
  writtenAt: Instant,
  /** How it leaves or left; null until it is on its way. */
  by: ReceiptWay.nullable(),
  language: z.enum(['en', 'es']).nullable(),
  /** Null while it waits. */
  sentAt: Instant.nullable(),
});
export type ListedLetter = z.infer<typeof ListedLetter>;

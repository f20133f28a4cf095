import { z } from 'zod';
import { RefundKey } from '#shared/billing/refund.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { CardBrand } from '#shared/cards/brands.ts';
import { RegionCode } from '#shared/organization/regions.ts';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import { DeclineCode } from '#shared/payments/declines.ts';

/** What travels between the backend and the sandbox processor. */
export const KeptCardMessage = z.object({
  token: z.string().min(8).max(80),
  brand: CardBrand,
  last4: z.string().regex(/^\d{4}$/),
  goodThrough: z.string(),
  fingerprint: z.string().min(16),
});

export const SettledMessage = z.discriminatedUnion('outcome', [
  z.object({ key: AttemptKey, outcome: z.literal('approved'), amountCents: z.int().positive() }),
  z.object({ key: AttemptKey, outcome: z.literal('declined'), decline: DeclineCode }),
  z.object({ key: AttemptKey, outcome: z.literal('abandoned') }),
]);
export type SettledMessage = z.infer<typeof SettledMessage>;

export const RefundMessage = z.object({
  refundKey: RefundKey,
  amountCents: z.int().positive(),
  outcome: z.enum(['refunded', 'refused']),
});
export type RefundMessage = z.infer<typeof RefundMessage>;

/**
 * A line of the processor's report of a day. `key` is the charge's, as whoever charged it named it; a processor may
 * name one that nobody here knows.
 */
export const ReportLine = z.object({
  what: z.enum(['captured', 'voided', 'settled', 'refunded']),
  key: z.string().min(1).max(80),
  amountCents: z.int().positive(),
  batch: z.string().min(1).max(40),
});
export type ReportLine = z.infer<typeof ReportLine>;

export const ReportMessage = z.object({
  merchant: RegionCode,
  day: CalendarDate,
  lines: z.array(ReportLine),
});

/** What the processor says unasked, about a charge it has decided. */
export const ProcessorNotice = z.strictObject({ settled: SettledMessage });
export type ProcessorNotice = z.infer<typeof ProcessorNotice>;

/** Carries the HMAC-SHA-256 of the notice's bytes, in hex. */
export const SIGNATURE_HEADER = 'processor-signature';

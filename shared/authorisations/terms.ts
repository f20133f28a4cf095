import { z } from 'zod';
import { LedgerKind } from '../billing/account.ts';
import { CalendarDate } from '../calendar/dates.ts';
import { PositiveCents } from '../money/cents.ts';

export const Frequency = z.enum(['weekly', 'biweekly', 'monthly']);
export type Frequency = z.infer<typeof Frequency>;

/** The most payments of one series: about a year of them. */
export const MOST_PAYMENTS: Readonly<Record<Frequency, number>> = {
  weekly: 52,
  biweekly: 26,
  monthly: 12,
};

/** One payment of `amountCents` on `payOn`. */
export const OnceTerms = z.strictObject({
  kind: z.literal('once'),
  /** Care and coverage are never paid by one payment. */
  ledger: LedgerKind,
  amountCents: PositiveCents,
  payOn: CalendarDate,
});
export type OnceTerms = z.infer<typeof OnceTerms>;

/** Payments of `amountCents` from `firstOn`, ended by their number or by a date that is included. */
export const SeriesTerms = z.strictObject({
  kind: z.literal('series'),
  ledger: LedgerKind,
  amountCents: PositiveCents,
  frequency: Frequency,
  firstOn: CalendarDate,
  ends: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('count'), payments: z.int().min(2).max(52) }),
    z.strictObject({ by: z.literal('date'), lastOn: CalendarDate }),
  ]),
});
export type SeriesTerms = z.infer<typeof SeriesTerms>;

/** Each statement by its due date, at most `capCents` of it, until revoked. */
export const AutopayTerms = z.strictObject({
  kind: z.literal('autopay'),
  ledger: LedgerKind,
  capCents: PositiveCents,
});
export type AutopayTerms = z.infer<typeof AutopayTerms>;

/**
 * The instalments of a payment plan, each on its due date, as they stood when it was authorised. They follow the plan:
 * less where something of one was paid already, later where it rests, and nothing once it has ended.
 */
export const PlanAutopayTerms = z.strictObject({
  kind: z.literal('plan'),
  /** Plans are of care. */
  ledger: z.literal('medical'),
  planId: z.uuid(),
  instalments: z
    .array(z.strictObject({ dueOn: CalendarDate, amountCents: PositiveCents }))
    .min(1)
    .max(120),
});
export type PlanAutopayTerms = z.infer<typeof PlanAutopayTerms>;

/** What a payer authorised to be taken without another call. */
export const AuthorisationTerms = z.discriminatedUnion('kind', [
  OnceTerms,
  SeriesTerms,
  AutopayTerms,
  PlanAutopayTerms,
]);
export type AuthorisationTerms = z.infer<typeof AuthorisationTerms>;

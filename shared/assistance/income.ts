import { z } from 'zod';
import { Cents } from '../money/cents.ts';

/** How often an income is paid. */
export const IncomePeriod = z.enum([
  'weekly',
  'every_two_weeks',
  'twice_a_month',
  'monthly',
  'yearly',
]);
export type IncomePeriod = z.infer<typeof IncomePeriod>;

export const IncomeSource = z.enum([
  'wages',
  'self_employment',
  'social_security',
  'unemployment',
  'pension',
  'support',
  'other',
]);
export type IncomeSource = z.infer<typeof IncomeSource>;

/** Before taxes, of one member of the household. */
export const Income = z.strictObject({
  source: IncomeSource,
  amountCents: Cents.refine(cents => cents >= 0),
  period: IncomePeriod,
});
export type Income = z.infer<typeof Income>;

const timesAYear: Readonly<Record<IncomePeriod, number>> = {
  weekly: 52,
  every_two_weeks: 26,
  twice_a_month: 24,
  monthly: 12,
  yearly: 1,
};

/** What a household has before taxes, in cents a year; exact, since every period is a whole part of a year. */
export function yearlyIncomeCents(incomes: readonly Income[]): number {
  return incomes.reduce((sum, each) => sum + each.amountCents * timesAYear[each.period], 0);
}

/**
 * Beyond these an amount is asked back: people who say a month's income as a year's, or a year's as a month's. Twelve
 * times a yearly income of 10,000.00, which few households live on less than, is above the first.
 */
const ASK_ABOVE_A_YEAR_CENTS = 12_000_000;
const ASK_BELOW_A_YEAR_CENTS = 600_000;

/** The period that was probably meant, to be asked back; undefined when the amount is a likely one. */
export function periodToAskBack({ amountCents, period }: Income): IncomePeriod | undefined {
  if (amountCents === 0) return undefined;
  if (period === 'yearly') return amountCents < ASK_BELOW_A_YEAR_CENTS ? 'monthly' : undefined;
  return amountCents * timesAYear[period] > ASK_ABOVE_A_YEAR_CENTS ? 'yearly' : undefined;
}

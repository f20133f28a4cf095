import { expect } from 'vitest';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import { type Plan, type PlanResult, planByMonths } from '#shared/plans/plan.ts';
import type { PlanTerms } from '#shared/plans/terms.ts';

export const on = (date: string) => date as CalendarDate;

export const dollars = (amount: number): Cents => cents(Math.round(amount * 100));

/** Agreed on 1 December 2026, first due on 1 January 2027, unless told. */
export function terms(
  amount: number,
  ratePercent: number,
  rest: Partial<PlanTerms> = {},
): PlanTerms {
  return {
    amountCents: dollars(amount),
    rateBps: Math.round(ratePercent * 100),
    agreedOn: on('2026-12-01'),
    firstDueOn: on('2027-01-01'),
    ...rest,
  };
}

export function made(result: PlanResult): Plan {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.plan;
}

export function planOver(months: number, ...rest: Parameters<typeof terms>): Plan {
  return made(planByMonths(terms(...rest), months));
}

import type { CalendarDate } from '../calendar/dates.ts';
import { monthsAndDays } from '../calendar/months.ts';
import { type Cents, cents } from '../money/cents.ts';
import { roundHalfUp } from '../money/round-half-up.ts';

/** Basis points of a year in a month's whole: 10,000 × 12. */
export const MONTHLY = 120_000n;

/**
 * Time until `dueOn` in thirtieths of a month, as appendix J counts it: whole months back from the due
 * date, then days over 30 (12 CFR 1026 appendix J (b)(5)(ii)). `dueDay` is the plan's day of the month.
 */
export function thirtiethsUntil(dueOn: CalendarDate, from: CalendarDate, dueDay: number): number {
  const { months, days } = monthsAndDays(from, dueOn, dueDay);
  return 30 * months + days;
}

/**
 * Simple interest on an open balance: a twelfth of the yearly rate for each month, a thirtieth of that
 * for each odd day, rounded half up to the cent. Interest never bears interest.
 */
export function interestFor(balanceCents: Cents, rateBps: number, thirtieths: number): Cents {
  const numerator = BigInt(balanceCents) * BigInt(rateBps) * BigInt(thirtieths);
  return cents(Number(roundHalfUp(numerator, 30n * MONTHLY)));
}

import { type CalendarDate, daysBetween } from '../calendar/dates.ts';
import { dayOfMonth, inMonth, isMonthEnd, monthsAndDays } from '../calendar/months.ts';
import { seriesDays } from './series-days.ts';
import { type UnitPeriod, year } from './unit-period.ts';

/** One interval of a transaction, under every name it can be called by, and its length. */
export interface Period {
  readonly names: readonly UnitPeriod[];
  /** In days, where every month has 30. */
  readonly nominalDays: number;
}

/** From the 1st to the 16th, from the 16th to the 1st, from the 15th to the last day, and the like. */
function isSemimonth(from: CalendarDate, to: CalendarDate): boolean {
  const [first, second] = [dayOfMonth(from), dayOfMonth(to)];
  const secondHalf = (date: CalendarDate, day: number) =>
    inMonth(date, 0, day + 15) === date || (day === 15 && isMonthEnd(date));
  if (from.slice(0, 7) === to.slice(0, 7)) return first <= 15 && secondHalf(to, first);
  return second <= 16 && inMonth(from, 1, second) === to && secondHalf(from, second);
}

function namesOf(from: CalendarDate, to: CalendarDate, day: number): UnitPeriod[] {
  const { months, days: oddDays } = monthsAndDays(from, to, day);
  const days = daysBetween(from, to);
  // No unit-period is longer than a year (b)(4)(i).
  if (months >= 12) return [year];
  return [
    ...(months > 0 && oddDays === 0 ? [{ kind: 'months' as const, count: months }] : []),
    ...(isSemimonth(from, to) ? [{ kind: 'semimonth' as const, count: 1 as const }] : []),
    days % 7 === 0 ? { kind: 'weeks', count: days / 7 } : { kind: 'days', count: days },
  ];
}

function periodOf(from: CalendarDate, to: CalendarDate, day: number): Period {
  const { months, days } = monthsAndDays(from, to, day);
  return { names: namesOf(from, to, day), nominalDays: 30 * months + days };
}

/**
 * The periods of appendix J (b)(3)(i): from the beginning of the term to the first of these dates, and
 * from each to the next. `dates` are those of the advances or those of the payments, in order.
 */
export function periodsOf(begins: CalendarDate, dates: readonly CalendarDate[]): Period[] {
  const days = seriesDays(dates);
  return dates.flatMap((to, index) => {
    const from = dates[index - 1] ?? begins;
    return from < to ? [periodOf(from, to, days.get(to) ?? dayOfMonth(to))] : [];
  });
}

import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, daysBetween } from './dates.ts';

/** The day of the month, 1 to 31. */
export function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8));
}

function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/**
 * `day` in the month `months` after that of `date` (negative: before it), or that month's last day where
 * it has no such day. Counted from one date with one `day`, a series of the 31st never drifts.
 */
export function inMonth(date: CalendarDate, months: number, day: number): CalendarDate {
  const month = Temporal.PlainDate.from(date).toPlainYearMonth().add({ months });
  return month.toPlainDate({ day: Math.min(day, month.daysInMonth) }).toString() as CalendarDate;
}

/** Whether `date` is the last day of its month. */
export function isMonthEnd(date: CalendarDate): boolean {
  const { day, daysInMonth } = Temporal.PlainDate.from(date);
  return day === daysInMonth;
}

/** Whole months, and the days before the first of them. */
export interface MonthsAndDays {
  readonly months: number;
  readonly days: number;
}

/**
 * Full months between two dates, measured back from the later one, and the days from the earlier one to
 * where the first full month begins (12 CFR 1026 appendix J (b)(5)(ii)). `day` is the day of the month
 * that `to` stands for: 31 where the 28th of February is due as a last day.
 */
export function monthsAndDays(
  from: CalendarDate,
  to: CalendarDate,
  day: number = dayOfMonth(to),
): MonthsAndDays {
  const apart = monthNumber(to) - monthNumber(from);
  const months = inMonth(to, -apart, day) < from ? apart - 1 : apart;
  const firstFullMonth = months === 0 ? to : inMonth(to, -months, day);
  return { months, days: daysBetween(from, firstFullMonth) };
}

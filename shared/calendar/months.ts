import { type CalendarDate, daysBetween } from './dates.ts';

// Plain arithmetic: a schedule of ten years asks thousands of times.

/** The day of the month, 1 to 31. */
export function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8));
}

/** Months since the year 0. */
function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lastDayOf(month: number): number {
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1];
  if (ofYear === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(ofYear) ? 30 : 31;
}

/**
 * `day` in the month `months` after that of `date` (negative: before it), or that month's last day where
 * it has no such day. Counted from one date with one `day`, a series of the 31st never drifts.
 */
export function inMonth(date: CalendarDate, months: number, day: number): CalendarDate {
  const month = monthNumber(date) + months;
  const text = (number: number, digits: number) => String(number).padStart(digits, '0');
  const year = text(Math.floor(month / 12), 4);
  const ofMonth = text(Math.min(day, lastDayOf(month)), 2);
  return `${year}-${text((month % 12) + 1, 2)}-${ofMonth}` as CalendarDate;
}

/** Whether `date` is the last day of its month. */
export function isMonthEnd(date: CalendarDate): boolean {
  return dayOfMonth(date) === lastDayOf(monthNumber(date));
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
  return { months, days: from === firstFullMonth ? 0 : daysBetween(from, firstFullMonth) };
}

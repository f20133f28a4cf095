import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { dayOfMonth, inMonth } from '../calendar/months.ts';

/** How often a series is paid. */
export type Every =
  | { readonly months: number }
  | { readonly days: number }
  | { readonly semimonthly: true };

/**
 * Twice a month, on two days that are 15 apart: the 1st and the 16th, the 10th and the 25th. A series
 * that begins on the 31st is one of the 15th and the last day.
 */
function semimonthly(first: CalendarDate, index: number): CalendarDate {
  const day = dayOfMonth(first);
  const other = day > 15 ? Math.min(day - 15, 15) : day + 15;
  const sinceEarlierDay = day > 15 ? index + 1 : index;
  const months = Math.floor(sinceEarlierDay / 2);
  return inMonth(first, months, index % 2 === 0 ? day : other);
}

/** The dates of `count` payments from `first` on; a month without the day is paid on its last one. */
export function expandSeries(first: CalendarDate, count: number, every: Every): CalendarDate[] {
  const at = (index: number): CalendarDate => {
    if ('days' in every) return addDays(first, index * every.days);
    if ('semimonthly' in every) return semimonthly(first, index);
    return inMonth(first, index * every.months, dayOfMonth(first));
  };
  return Array.from({ length: count }, (_, index) => at(index));
}

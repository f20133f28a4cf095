import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './dates.ts';

const MONDAY = 1;
const THURSDAY = 4;

/** The first Reserve Bank holiday of Juneteenth: the law is of June 17, 2021, and that year's was a Saturday. */
const JUNETEENTH_SINCE = 2022;

/** The `nth` such weekday of a month. */
function nth(year: number, month: number, dayOfWeek: number, count: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const ahead = (dayOfWeek - first.dayOfWeek + 7) % 7;
  return first.add({ days: ahead + 7 * (count - 1) });
}

function lastMondayOfMay(year: number): Temporal.PlainDate {
  const last = Temporal.PlainDate.from({ year, month: 5, day: 31 });
  return last.subtract({ days: last.dayOfWeek - MONDAY });
}

function holidaysOf(year: number): Temporal.PlainDate[] {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  return [
    on(1, 1),
    nth(year, 1, MONDAY, 3),
    nth(year, 2, MONDAY, 3),
    lastMondayOfMay(year),
    ...(year >= JUNETEENTH_SINCE ? [on(6, 19)] : []),
    on(7, 4),
    nth(year, 9, MONDAY, 1),
    nth(year, 10, MONDAY, 2),
    on(11, 11),
    nth(year, 11, THURSDAY, 4),
    on(12, 25),
  ];
}

/**
 * The weekdays of a year on which the Reserve Banks are closed for a holiday, in order (Federal Reserve Board,
 * K.8): a holiday on a Sunday closes the Monday after it, one on a Saturday closes no other day.
 */
export function bankHolidays(year: number): CalendarDate[] {
  return holidaysOf(year)
    .map(holiday => (holiday.dayOfWeek === 7 ? holiday.add({ days: 1 }) : holiday))
    .filter(closed => closed.dayOfWeek !== 6)
    .map(closed => closed.toString() as CalendarDate);
}

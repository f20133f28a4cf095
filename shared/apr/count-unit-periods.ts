import { type CalendarDate, daysBetween } from '../calendar/dates.ts';
import { inMonth, monthsAndDays } from '../calendar/months.ts';
import { nominalDays, type UnitPeriod } from './unit-period.ts';

/** Whole unit-periods and the fraction of one, at most 1. */
export interface UnitPeriods {
  readonly full: number;
  readonly fraction: number;
}

function dividedBy(days: number, each: number): UnitPeriods {
  return { full: Math.floor(days / each), fraction: (days % each) / each };
}

function inYears(from: CalendarDate, to: CalendarDate, day: number): UnitPeriods {
  const full = Math.floor(monthsAndDays(from, to, day).months / 12);
  const firstFullYear = full === 0 ? to : inMonth(to, -12 * full, day);
  const rest = monthsAndDays(from, firstFullYear, day);
  const fraction = rest.days === 0 ? rest.months / 12 : daysBetween(from, firstFullYear) / 365;
  return { full, fraction };
}

/**
 * The unit-periods between two dates, by appendix J (b)(5)(ii) to (v). `day` is the day of the month that
 * `to` stands for in its series.
 */
export function countUnitPeriods(
  unit: UnitPeriod,
  from: CalendarDate,
  to: CalendarDate,
  day: number,
): UnitPeriods {
  if (unit.kind === 'days' || unit.kind === 'weeks') {
    return dividedBy(daysBetween(from, to), nominalDays(unit));
  }
  if (unit.kind === 'months' && unit.count === 12) return inYears(from, to, day);
  const { months, days } = monthsAndDays(from, to, day);
  if (unit.kind === 'months' && unit.count === 1) return { full: months, fraction: days / 30 };
  return dividedBy(30 * months + days, nominalDays(unit));
}

import { type CalendarDate, daysBetween } from '../calendar/dates.ts';
import { dayOfMonth, monthsAndDays } from '../calendar/months.ts';
import { countUnitPeriods } from './count-unit-periods.ts';
import type { Measure } from './measure.ts';
import { unitPeriodsPerYear, unitPeriodText, year } from './unit-period.ts';

/**
 * A single advance with a single payment: the unit-period is the term, and a year where the term is
 * longer (appendix J (b)(4)(ii), (b)(5)(vi) and (vii)).
 */
export function measureSinglePayment(advanced: CalendarDate, due: CalendarDate): Measure {
  const { months, days } = monthsAndDays(advanced, due);
  if (months >= 12) {
    return {
      text: unitPeriodText(year),
      perYear: unitPeriodsPerYear(year),
      count: to => countUnitPeriods(year, advanced, to, dayOfMonth(to)),
    };
  }
  const term =
    days === 0
      ? ({ kind: 'months', count: months } as const)
      : ({ kind: 'days', count: daysBetween(advanced, due) } as const);
  return {
    text: unitPeriodText(term),
    perYear: unitPeriodsPerYear(term),
    count: to => ({ full: to === due ? 1 : 0, fraction: 0 }),
  };
}

import type { CalendarDate } from '../calendar/dates.ts';
import { dayOfMonth } from '../calendar/months.ts';
import { chooseUnitPeriod } from './choose-unit-period.ts';
import { countUnitPeriods, type UnitPeriods } from './count-unit-periods.ts';
import { periodsOf } from './periods.ts';
import { seriesDays } from './series-days.ts';
import { unitPeriodsPerYear, unitPeriodText } from './unit-period.ts';

/** How time is counted in one transaction. */
export interface Measure {
  readonly text: string;
  readonly perYear: number;
  /** The unit-periods from the beginning of the term to a date of the transaction. */
  readonly count: (to: CalendarDate) => UnitPeriods;
}

/** Several advances or payments, in order of time: the unit-period is found among their intervals. */
export function measureByPeriods(
  begins: CalendarDate,
  advanced: readonly CalendarDate[],
  due: readonly CalendarDate[],
): Measure {
  const unit = chooseUnitPeriod([...periodsOf(begins, advanced), ...periodsOf(begins, due)]);
  const days = new Map([...seriesDays(advanced), ...seriesDays(due)]);
  return {
    text: unitPeriodText(unit),
    perYear: unitPeriodsPerYear(unit),
    count: to => countUnitPeriods(unit, begins, to, days.get(to) ?? dayOfMonth(to)),
  };
}

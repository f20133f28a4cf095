import { addDays, CalendarDate } from '#shared/calendar/dates.ts';
import { RegionCode } from '#shared/organization/regions.ts';

/** On which days things are done: each of them is a day of work for every region. */
export interface LifeCalendar {
  /** Plans are agreed to, the first of them first. */
  readonly agreementDays: readonly CalendarDate[];
  /** A first payment may be due, besides on the day of the agreement. */
  readonly firstDays: readonly CalendarDate[];
  /** Days of a month, such as `09`, on which those pay who do not pay on the due date; the last one proves the month. */
  readonly betweenDays: readonly string[];
  /** Where those live who have plans. */
  readonly regions: readonly RegionCode[];
}

const dates = (...all: string[]) => all.map(each => CalendarDate.parse(each));

/** Due days in the middle and at the ends of months. */
export const fullCalendar: LifeCalendar = {
  agreementDays: dates('2026-12-01', '2026-12-15'),
  firstDays: dates('2026-12-30', '2026-12-31', '2027-01-04'),
  betweenDays: ['09', '22'],
  regions: RegionCode.options,
};

/** As few days as show everything. */
export const shortCalendar: LifeCalendar = {
  agreementDays: dates('2026-12-01'),
  firstDays: dates('2026-12-31'),
  betweenDays: ['15'],
  regions: ['SCAL', 'HI', 'MAS'],
};

/** The next of the days between that is so many days away, later or sooner. */
export function dayBetween(
  { betweenDays }: LifeCalendar,
  from: CalendarDate,
  step: 1 | -1,
  atLeast = 1,
): CalendarDate {
  let date = addDays(from, step * atLeast);
  while (!betweenDays.includes(date.slice(8))) date = addDays(date, step);
  return date;
}

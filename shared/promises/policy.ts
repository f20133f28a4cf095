import { addDays, type CalendarDate, dateIn, type Instant } from '../calendar/dates.ts';
import { organization } from '../organization/profile.ts';

/** What is wrong with the day of a promise. */
export type PromiseDateFault = 'not_in_future' | 'too_late';

/** The last day a promise may be for, by the organization's policy. */
export function latestPromiseOn(today: CalendarDate): CalendarDate {
  return addDays(today, organization.promises.withinDays);
}

/**
 * Whether somebody may promise to pay on `promisedOn`, in the calendar of the guarantor's zone: from the
 * day after it is promised to as many days later as the organization's policy allows. It is weighed
 * against the day it was made, however late it is sent.
 */
export function promiseDateFault(
  promisedOn: CalendarDate,
  madeAt: Instant,
  timeZone: string,
): PromiseDateFault | undefined {
  const madeOn = dateIn(timeZone, madeAt);
  if (promisedOn <= madeOn) return 'not_in_future';
  return promisedOn > latestPromiseOn(madeOn) ? 'too_late' : undefined;
}

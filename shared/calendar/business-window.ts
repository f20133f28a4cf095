import { businessDaysBefore, cutOffOf } from './bank-calendar.ts';
import type { CalendarDate, Instant } from './dates.ts';

/** The instants that belong to a business day: from `from` on, and before `until`. */
export interface BusinessWindow {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * What belongs to the business day `day` of a zone: everything after the cut-off of the business day before and up to
 * its own, weekends and bank holidays between them included. The counterpart of `businessDayOf`.
 */
export function businessWindow(timeZone: string, day: CalendarDate): BusinessWindow {
  return {
    from: cutOffOf(timeZone, businessDaysBefore(day, 1)),
    until: cutOffOf(timeZone, day),
  };
}

import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';

const OVER_SHOWN_DAYS = 180;

/**
 * The first day of which a bill still shows what is over, at `now` (ms since 1970). Counted where the
 * day begins last, in every region alike, so that a desk's copy shows what the backend's bill shows.
 */
export function shownSince(now: number): CalendarDate {
  return addDays(dateIn(regions.HI.timeZone, instantOf(now)), -OVER_SHOWN_DAYS);
}

import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { dayOfMonth, inMonth } from '../calendar/months.ts';

/**
 * How long after its settlement a debit may still come back as not authorised: 60 days, and the days that the
 * banks take to hand it on (Nacha Operating Rules, extended return time frame).
 */
const RETURN_WINDOW_DAYS = 65;

/** How long after that an authorisation must be provable (Nacha Operating Rules, TEL: two years). */
const AUTHORISATION_MONTHS = 24;

/**
 * The day since which something must have happened with a bank account for its number still to be needed, seen
 * from `today`: what ended before it can neither come back nor be asked for.
 */
export function accountsNeededSince(today: CalendarDate): CalendarDate {
  const windowEnd = inMonth(today, -AUTHORISATION_MONTHS, dayOfMonth(today));
  return addDays(windowEnd, -RETURN_WINDOW_DAYS);
}

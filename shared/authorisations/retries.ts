import { businessDaysAfter } from '../calendar/bank-calendar.ts';
import type { CalendarDate } from '../calendar/dates.ts';

/** After how many bank days a soft decline is tried again: the first time, the second, then no more. */
const RETRY_AFTER_BANK_DAYS = [1, 3] as const;

/**
 * The day of the next try after `softDeclines` soft declines of one payment (1 or more), the last of them
 * on `today`; undefined after the third: the card networks allow no endless retries.
 */
export function nextTryOn(today: CalendarDate, softDeclines: number): CalendarDate | undefined {
  const wait = RETRY_AFTER_BANK_DAYS[softDeclines - 1];
  return wait === undefined ? undefined : businessDaysAfter(today, wait);
}

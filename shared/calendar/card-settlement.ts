import { businessDaysAfter, businessDaysBefore } from './bank-calendar.ts';
import type { CalendarDate } from './dates.ts';

/** Cards settle one to two business days after they post; two is what may be counted on. */
const SETTLEMENT_BUSINESS_DAYS = 2;

/** The business day on which a card payment that posts on `postingOn` is in the bank. */
export function cardSettlesOn(postingOn: CalendarDate): CalendarDate {
  return businessDaysAfter(postingOn, SETTLEMENT_BUSINESS_DAYS);
}

/** What posted by this day is in the bank on the business day `today`. */
export function cardsPostedBy(today: CalendarDate): CalendarDate {
  return businessDaysBefore(today, SETTLEMENT_BUSINESS_DAYS);
}

import { businessDaysAfter } from '../calendar/bank-calendar.ts';
import { addDays, type CalendarDate } from '../calendar/dates.ts';

/** A programme has so many business days before anybody asks after it. */
const ASKED_AFTER_BUSINESS_DAYS = 10;
const FURTHEST_DAYS = 366;

/** The day on which a referral of today is asked after, unless another is chosen. */
export function usualFollowUpDay(today: CalendarDate): CalendarDate {
  return businessDaysAfter(today, ASKED_AFTER_BUSINESS_DAYS);
}

/** Whether something can have happened on a day: not before `since`, not after today, within a year. */
export function mayHaveHappenedOn(
  day: CalendarDate,
  { since, today }: { readonly since?: CalendarDate; readonly today: CalendarDate },
): boolean {
  return day <= today && day >= (since ?? addDays(today, -FURTHEST_DAYS));
}

/** Whether it can be asked after on a day: after today, within a year. */
export function mayBeFollowedUpOn(day: CalendarDate, today: CalendarDate): boolean {
  return day > today && day <= addDays(today, FURTHEST_DAYS);
}

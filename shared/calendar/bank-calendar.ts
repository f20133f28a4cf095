import { Temporal } from 'temporal-polyfill';
import { organization } from '../organization/profile.ts';
import { bankHolidays } from './bank-holidays.ts';
import { addDays, type CalendarDate, dateIn, type Instant, instantOf } from './dates.ts';

/** Kept by year: a schedule or a month of runs asks for the same year again and again. */
const holidaysByYear = new Map<string, ReadonlySet<string>>();

function isHoliday(date: CalendarDate): boolean {
  const year = date.slice(0, 4);
  const holidays = holidaysByYear.get(year) ?? new Set(bankHolidays(Number(year)));
  holidaysByYear.set(year, holidays);
  return holidays.has(date);
}

/** Phone payments taken at or after this local hour count as the next business day's. */
const CUT_OFF_HOUR = 17;

/** Whether the Reserve Banks are open: no weekend, no day of the Federal Reserve's K.8 holiday schedule. */
export function isBusinessDay(date: CalendarDate): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5 && !isHoliday(date);
}

/** The business day `count` business days after `date` (1 or more), which itself need not be one. */
export function businessDaysAfter(date: CalendarDate, count: number): CalendarDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** The business day `count` business days before `date` (1 or more), which itself need not be one. */
export function businessDaysBefore(date: CalendarDate, count: number): CalendarDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** How many business days lie after `from` up to and with `to`; none where `to` is not later. */
export function businessDaysBetween(from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isBusinessDay(day)) count += 1;
  }
  return count;
}

/** The business day a payment taken at `at` belongs to, by the cut-off in the region's own zone. */
export function businessDayOf(timeZone: string, at: Instant): CalendarDate {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const today = dateIn(timeZone, at);
  const beforeCutOff = local.hour < CUT_OFF_HOUR;
  return beforeCutOff && isBusinessDay(today) ? today : businessDaysAfter(today, 1);
}

/**
 * When a payment by phone posts to the account: so many business days after the day it belongs to as
 * the organization publishes.
 */
export function postingDate(timeZone: string, takenAt: Instant): CalendarDate {
  const { phonePaymentBusinessDays } = organization.posting;
  return businessDaysAfter(businessDayOf(timeZone, takenAt), phonePaymentBusinessDays);
}

/** Whether a card payment may still be voided: its business day's cut-off has not passed. */
export function beforeCutOff(timeZone: string, takenAt: Instant, now: Instant): boolean {
  return businessDayOf(timeZone, takenAt) === businessDayOf(timeZone, now);
}

/** The instant of a day's cut-off: what is taken from then on belongs to a later business day. */
export function cutOffOf(timeZone: string, day: CalendarDate): Instant {
  const local = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from({ hour: CUT_OFF_HOUR }),
  });
  return instantOf(local.epochMilliseconds);
}

import { businessDaysBefore, isBusinessDay } from '../calendar/bank-calendar.ts';
import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { type Cents, cents } from '../money/cents.ts';
import { onOrAfterBankDay } from './schedule.ts';

/** A payment whose amount varies is announced at least so many days before it (12 CFR 1005.10(d)(1)). */
export const NOTICE_DAYS = 10;

/** `date` itself when the banks are open, else the last day before it that they were. */
function onOrBeforeBankDay(date: CalendarDate): CalendarDate {
  return isBusinessDay(date) ? date : businessDaysBefore(date, 1);
}

/**
 * The day an autopay takes a statement: its due date, or the last bank day before it, so that it is never
 * late by itself; later where the notice of `noticeOn` would be less than ten days old (12 CFR
 * 1005.10(d)(1)), then on the next bank day.
 */
export function autopayDay(dueOn: CalendarDate, noticeOn: CalendarDate): CalendarDate {
  const wanted = onOrBeforeBankDay(dueOn);
  const earliest = onOrAfterBankDay(addDays(noticeOn, NOTICE_DAYS));
  return wanted < earliest ? earliest : wanted;
}

/**
 * From when on the notice of a statement is written: ten days before the day it would be taken, or the last bank
 * day before that, since runs rest while banks are closed and a late notice would make the payment late.
 */
export function noticeFrom(dueOn: CalendarDate): CalendarDate {
  return onOrBeforeBankDay(addDays(onOrBeforeBankDay(dueOn), -NOTICE_DAYS));
}

/**
 * The last day by which a payer must ask to stop a payment of `payOn`: three business days before it (12
 * CFR 1005.10(c)(1)). Later words are honoured too, as long as the payment has not been taken.
 */
export function latestStopOn(payOn: CalendarDate): CalendarDate {
  return businessDaysBefore(payOn, 3);
}

/**
 * What is taken: never more than is open, than was agreed (a fixed amount or a cap), or than the notice
 * said. Zero when nothing is open.
 */
export function amountToTake(openCents: Cents, ...atMostCents: readonly Cents[]): Cents {
  return cents(Math.min(openCents, ...atMostCents));
}

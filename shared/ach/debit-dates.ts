import { Temporal } from 'temporal-polyfill';
import {
  businessDayOf,
  businessDaysAfter,
  businessDaysBefore,
  isBusinessDay,
} from '../calendar/bank-calendar.ts';
import type { CalendarDate, Instant } from '../calendar/dates.ts';

export interface DebitDates {
  /** The business day with whose files the entry goes to the bank; until its cut-off it may be taken back. */
  readonly originateOn: CalendarDate;
  /** The business day on which the account is debited and the entry settles. */
  readonly effectiveOn: CalendarDate;
}

/**
 * When a debit agreed at `takenAt` goes to the bank and settles: one business day after it goes, and never
 * before `debitOn`, a business day. Source: Nacha Operating Rules, effective entry date.
 */
export function debitDates(timeZone: string, takenAt: Instant, debitOn: CalendarDate): DebitDates {
  const first = businessDayOf(timeZone, takenAt);
  const dayBefore = businessDaysBefore(debitOn, 1);
  const originateOn = dayBefore > first ? dayBefore : first;
  return { originateOn, effectiveOn: businessDaysAfter(originateOn, 1) };
}

export type DebitDateFault = 'debit_date_past' | 'debit_date_closed' | 'debit_date_too_far';

/** Why nothing may be debited on a date that was agreed to `today`, as a code of the contract; undefined when it may. */
export function debitDateFault(
  debitOn: CalendarDate,
  today: CalendarDate,
): DebitDateFault | undefined {
  if (debitOn < today) return 'debit_date_past';
  if (debitOn > Temporal.PlainDate.from(today).add({ years: 1 }).toString())
    return 'debit_date_too_far';
  return isBusinessDay(debitOn) ? undefined : 'debit_date_closed';
}

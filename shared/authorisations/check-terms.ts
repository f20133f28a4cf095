import { businessDaysAfter, isBusinessDay } from '../calendar/bank-calendar.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { dayOfMonth, inMonth } from '../calendar/months.ts';
import type { PaidBy } from './agreement.ts';
import { scheduledDays } from './schedule.ts';
import { type AuthorisationTerms, MOST_PAYMENTS } from './terms.ts';

/** What is wrong with terms. Each has a sentence in `schedule:faults`. */
export type TermsFault =
  | 'not_in_future'
  | 'banks_closed'
  | 'too_soon_for_debit'
  | 'beyond_a_year'
  | 'ends_before_second'
  | 'too_many';

/** The last day a payment, or the first of a series, may be authorised for: a year from `today`. */
export function latestFirstDay(today: CalendarDate): CalendarDate {
  return inMonth(today, 12, dayOfMonth(today));
}

/**
 * The first day a debit that is authorised on `today` can be for: its entry goes to the bank with a later
 * day's file, and settles a business day after it.
 */
export function firstDebitDay(today: CalendarDate): CalendarDate {
  return businessDaysAfter(today, 2);
}

/**
 * What is wrong with terms that are agreed on `today` (a date in the guarantor's zone), or undefined. The
 * first day is after today, a bank day and within a year; a series has at least two payments and at most
 * as many as MOST_PAYMENTS says. Autopay has the days of its statements or its plan. Later days of a series move to the next bank day by themselves.
 */
export function termsFault(
  terms: AuthorisationTerms,
  paidBy: PaidBy,
  today: CalendarDate,
): TermsFault | undefined {
  if (terms.kind === 'autopay' || terms.kind === 'plan') return undefined;
  const first = terms.kind === 'once' ? terms.payOn : terms.firstOn;
  if (first <= today) return 'not_in_future';
  if (first > latestFirstDay(today)) return 'beyond_a_year';
  if (!isBusinessDay(first)) return 'banks_closed';
  if (paidBy === 'ach' && first < firstDebitDay(today)) return 'too_soon_for_debit';
  if (terms.kind === 'once') return undefined;
  const { length } = scheduledDays(terms);
  if (length < 2) return 'ends_before_second';
  return length > MOST_PAYMENTS[terms.frequency] ? 'too_many' : undefined;
}

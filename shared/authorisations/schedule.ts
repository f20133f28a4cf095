import { businessDaysAfter, businessDaysBefore, isBusinessDay } from '../calendar/bank-calendar.ts';
import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { dayOfMonth, inMonth } from '../calendar/months.ts';
import type { PaidBy } from './agreement.ts';
import { MOST_PAYMENTS, type OnceTerms, type SeriesTerms } from './terms.ts';

/** One payment that is to come: the day it was agreed for, and the bank day it is taken on. */
export interface ScheduledDay {
  /** 1 for the first. */
  readonly number: number;
  readonly agreedOn: CalendarDate;
  readonly payOn: CalendarDate;
}

/** `date` itself when the banks are open, else the next day they are. */
export function onOrAfterBankDay(date: CalendarDate): CalendarDate {
  return isBusinessDay(date) ? date : businessDaysAfter(date, 1);
}

/**
 * The day a payment of `payOn` is taken by a run: that day, for a card; the business day before for a bank
 * account, so that its entry is with the bank in time to settle on it (Nacha: effective entry date).
 */
export function takenOn(payOn: CalendarDate, paidBy: PaidBy): CalendarDate {
  return paidBy === 'ach' ? businessDaysBefore(payOn, 1) : payOn;
}

/** The day agreed for payment `index` (0 for the first). Months count from the first, so the 31st never drifts. */
function agreedDay({ firstOn, frequency }: SeriesTerms, index: number): CalendarDate {
  switch (frequency) {
    case 'weekly':
      return addDays(firstOn, 7 * index);
    case 'biweekly':
      return addDays(firstOn, 14 * index);
    case 'monthly':
      return inMonth(firstOn, index, dayOfMonth(firstOn));
  }
}

/**
 * Every payment of a single date or a series, in order. A day on which banks are closed is taken on the
 * next one that they are open; the last day of a month stands in for the 31st where there is none. More
 * than the policy's most are cut off, one beyond it, so that whoever checks the terms can tell.
 */
export function scheduledDays(terms: OnceTerms | SeriesTerms): ScheduledDay[] {
  if (terms.kind === 'once') {
    const { payOn } = terms;
    return [{ number: 1, agreedOn: payOn, payOn: onOrAfterBankDay(payOn) }];
  }
  const { ends, frequency } = terms;
  const most = MOST_PAYMENTS[frequency] + 1;
  const days: ScheduledDay[] = [];
  for (let index = 0; index < most; index += 1) {
    const agreedOn = agreedDay(terms, index);
    if (ends.by === 'count' ? index >= ends.payments : agreedOn > ends.lastOn) break;
    days.push({ number: index + 1, agreedOn, payOn: onOrAfterBankDay(agreedOn) });
  }
  return days;
}

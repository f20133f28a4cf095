import { businessDaysAfter } from '../calendar/bank-calendar.ts';
import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { returnsPolicy } from './policy.ts';

/**
 * The business day on which a debit that came back on `returnedOn` for want of funds is tried again: so
 * many after the next payday as the policy says. The policy's own choice; the rules set only the latest day.
 */
export function retryDay(returnedOn: CalendarDate): CalendarDate {
  const { paydays, businessDaysAfterPayday } = returnsPolicy.retry;
  let day = addDays(returnedOn, 1);
  while (!paydays.includes(Number(day.slice(8)))) day = addDays(day, 1);
  return businessDaysAfter(day, businessDaysAfterPayday);
}

import { isBusinessDay } from '../calendar/bank-calendar.ts';
import { addDays, type CalendarDate } from '../calendar/dates.ts';

/** What is wrong with the day of a callback; each is a problem of the contract. */
export type CallbackFault = 'callback_in_past' | 'date_banks_closed' | 'date_beyond_a_year';

const DAYS_OF_A_YEAR = 365;

/**
 * Whether a household may be called back on `dueOn`: a business day, `today` or one of the year after it,
 * both dates of the guarantor's region.
 */
export function callbackFault(dueOn: CalendarDate, today: CalendarDate): CallbackFault | undefined {
  if (dueOn < today) return 'callback_in_past';
  if (!isBusinessDay(dueOn)) return 'date_banks_closed';
  return dueOn > addDays(today, DAYS_OF_A_YEAR) ? 'date_beyond_a_year' : undefined;
}

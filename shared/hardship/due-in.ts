import { businessDaysAfter } from '../calendar/bank-calendar.ts';
import type { CalendarDate } from '../calendar/dates.ts';

/** Within how many business days a counselor gets in touch; the organization's own choice, no rule of law. */
const businessDays = { referral: 2, broken_promise: 2, plan_missed: 3, plan_default: 2 } as const;

/** The business day by which something that came up on `today`, a date of the region, is to be done. */
export function dueDayOf(kind: keyof typeof businessDays, today: CalendarDate): CalendarDate {
  return businessDaysAfter(today, businessDays[kind]);
}

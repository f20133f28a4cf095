import type { Charge } from '../billing/charge.ts';
import { type CalendarDate, daysBetween } from '../calendar/dates.ts';

/** What of a charge decides whether it is late. */
export type DueCharge = Pick<Charge, 'dueOn' | 'openCents'>;

/**
 * Whole days since the due date, 0 on the due date itself and before it. A charge is *overdue* from the
 * day after its due date; the account is *past due* for collections only after the policy's 30 days
 * (see collections.ts). A closed line, a credit and a line that is on no statement are never overdue.
 */
export function daysOverdue(charge: DueCharge, today: CalendarDate): number {
  if (charge.dueOn === null || charge.openCents <= 0) return 0;
  return Math.max(0, daysBetween(charge.dueOn, today));
}

/** Whether the due date of an open charge has passed. */
export function isOverdue(charge: DueCharge, today: CalendarDate): boolean {
  return daysOverdue(charge, today) > 0;
}

import { businessDaysAfter, businessDaysBetween } from '../calendar/bank-calendar.ts';
import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { dayOfMonth, inMonth } from '../calendar/months.ts';
import { organization } from '../organization/profile.ts';
import type { AssistancePolicy } from './policy.ts';

/** The last day on which an application is taken for care that was first billed on a day (26 CFR 1.501(r)-1(b)(3)). */
export function applyUntil(
  { applicationDays }: Pick<AssistancePolicy, 'applicationDays'>,
  firstBilledOn: CalendarDate,
): CalendarDate {
  return addDays(firstBilledOn, applicationDays);
}

/** The last day on which documents are waited for; by the organization's configuration, no policy says. */
export function documentsBy(submittedOn: CalendarDate): CalendarDate {
  return addDays(submittedOn, organization.applications.documentsWithinDays);
}

/** The day by which it has to be decided: so many business days after the one its last document came on. */
export function decideBy(
  { decisionBusinessDays }: Pick<AssistancePolicy, 'decisionBusinessDays'>,
  completeOn: CalendarDate,
): CalendarDate {
  return businessDaysAfter(completeOn, decisionBusinessDays);
}

/** Business days left after `today` to decide in: 0 on the last one, below 0 when it is late. */
export function businessDaysLeft(today: CalendarDate, by: CalendarDate): number {
  // Not a plain minus: 0 days late is no -0.
  return today <= by ? businessDaysBetween(today, by) : 0 - businessDaysBetween(by, today);
}

/** The last day on which a denial may be appealed. */
export function appealUntil(
  { appealDays }: Pick<AssistancePolicy, 'appealDays'>,
  decidedOn: CalendarDate,
): CalendarDate {
  return addDays(decidedOn, appealDays);
}

/** The last day of an award that was decided on a day: the one before the same day so many months on. */
export function awardUntil(
  { awardMonths }: Pick<AssistancePolicy, 'awardMonths'>,
  decidedOn: CalendarDate,
): CalendarDate {
  return addDays(inMonth(decidedOn, awardMonths, dayOfMonth(decidedOn)), -1);
}

/** The day from which the renewal of an award is spoken of. */
export function renewalFrom(validUntil: CalendarDate): CalendarDate {
  return addDays(validUntil, -organization.applications.renewalDaysBefore);
}

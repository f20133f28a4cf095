import type { ArrivingKind } from '../billing/payment-method.ts';
import { businessDaysAfter, isBusinessDay } from '../calendar/bank-calendar.ts';
import { addDays, type CalendarDate, dateIn, type Instant } from '../calendar/dates.ts';
import { organization } from '../organization/profile.ts';

/** What is wrong with the day on which a wire is expected. */
export type WireDateFault = 'in_past' | 'banks_closed' | 'too_late';

/** The last day for which a wire may be noted, by the organization's policy. */
export function latestWireOn(today: CalendarDate): CalendarDate {
  return addDays(today, organization.wires.withinDays);
}

/**
 * Whether a wire may be expected on `expectedOn`, in the calendar of the guarantor's zone: the same day at
 * the earliest, on a day on which the Reserve Banks are open, within the organization's policy. Weighed
 * against the day it was noted, however late it is sent.
 */
export function wireDateFault(
  expectedOn: CalendarDate,
  notedAt: Instant,
  timeZone: string,
): WireDateFault | undefined {
  const notedOn = dateIn(timeZone, notedAt);
  if (expectedOn < notedOn) return 'in_past';
  if (expectedOn > latestWireOn(notedOn)) return 'too_late';
  return isBusinessDay(expectedOn) ? undefined : 'banks_closed';
}

/**
 * The last day on which something that is expected on `expectedOn` is still waited for, by the
 * organization's policy for its kind; after that day it has expired.
 */
export function lastWaitedFor(kind: ArrivingKind, expectedOn: CalendarDate): CalendarDate {
  return businessDaysAfter(expectedOn, organization.wires.waitBusinessDays[kind]);
}

import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { regions } from '#shared/organization/regions.ts';

/** The calendar by which the guarantor's days are counted. */
export function regionToday({ patient }: OpenCall) {
  const timeZone = patient ? regions[patient.region].timeZone : 'UTC';
  return { timeZone, today: dateIn(timeZone, instantOf(Date.now())) };
}

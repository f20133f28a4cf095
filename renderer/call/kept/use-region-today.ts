import { dateIn } from '#shared/calendar/dates.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { regions } from '#shared/organization/regions.ts';
import { useInstant } from '../../desk/use-now.ts';

/** The calendar by which the guarantor's days are counted, and the time now. */
export function useRegionToday({ patient }: OpenCall) {
  const timeZone = patient ? regions[patient.region].timeZone : 'UTC';
  const now = useInstant();
  return { timeZone, now, today: dateIn(timeZone, now) };
}

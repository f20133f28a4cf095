import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';

/** The date in each of these regions, for a query to join: what is overdue is so on the region's own calendar. */
export function daysOf(
  codes: readonly RegionCode[],
  now: number,
): { region: RegionCode; today: CalendarDate }[] {
  const at = instantOf(now);
  return codes.map(region => ({ region, today: dateIn(regions[region].timeZone, at) }));
}

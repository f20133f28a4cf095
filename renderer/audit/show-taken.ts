import type { Instant } from '#shared/calendar/dates.ts';
import { zoneTime } from '#shared/calendar/zone-time.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';

/** When a payment was taken, on the clock of its region: `Nov 21, 2026, 14:02`. */
export const showTaken = (at: Instant, region: RegionCode): string =>
  zoneTime(at, regions[region].timeZone);

/** How that region's time is called: `PT`. */
export function zoneOf(region: RegionCode): string {
  const { timeZone } = regions[region];
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortGeneric' });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

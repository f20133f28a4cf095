import type { Instant } from '#shared/calendar/dates.ts';
import { zoneTime } from '#shared/calendar/zone-time.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';

/** When a payment was taken, on the clock of its region: `Nov 21, 2026, 14:02`. */
export const showTaken = (at: Instant, region: RegionCode): string =>
  zoneTime(at, regions[region].timeZone);

// Kept: a list asks for each of its rows.
const zones = new Map<RegionCode, string>();

/** How that region's time is called: `PT`. */
export function zoneOf(region: RegionCode): string {
  const known = zones.get(region);
  if (known) return known;
  const { timeZone } = regions[region];
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortGeneric' });
  const parts = format.formatToParts(0);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  zones.set(region, zone);
  return zone;
}

/** The same with the zone, where payments of several regions stand under each other: `Nov 21, 2026, 14:02 PT`. */
export const showTakenIn = (at: Instant, region: RegionCode): string =>
  `${showTaken(at, region)} ${zoneOf(region)}`;

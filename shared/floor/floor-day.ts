import { type CalendarDate, dateIn, type Instant } from '../calendar/dates.ts';
import { type RegionCode, regions } from '../organization/regions.ts';

/**
 * The day that the floor is on: the date in the zone of a region, of several the earliest, which is today where the
 * clock is farthest behind. A search from and to it means that date in each region's own zone. `scope` has one at least.
 */
export function floorDay(scope: readonly RegionCode[], now: Instant): CalendarDate {
  const dates = scope.map(region => dateIn(regions[region].timeZone, now)).sort();
  if (!dates[0]) throw new RangeError('A floor has a region.');
  return dates[0];
}

import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';

/** The day a run is for: the date in the region's zone, and the instant of the run. */
export interface RunDay {
  readonly region: RegionCode;
  readonly today: CalendarDate;
  readonly now: Instant;
}

import { Temporal } from 'temporal-polyfill';
import { isBusinessDay } from '#shared/calendar/bank-calendar.ts';
import {
  addDays,
  type CalendarDate,
  dateIn,
  type Instant,
  instantOf,
} from '#shared/calendar/dates.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import type { RunStep } from './run-step.ts';

/** A run that may begin, and since when. */
export interface Opening {
  readonly step: RunStep;
  readonly region: RegionCode;
  readonly today: CalendarDate;
  readonly opensAtMs: number;
}

/** When the clocks of a region come to an hour; the next moment there is where clocks skip that hour. */
function opensAtMs(timeZone: string, date: CalendarDate, hour: number): number {
  return Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone,
    plainTime: { hour },
  }).epochMilliseconds;
}

function openingsOn(steps: readonly RunStep[], region: RegionCode, today: CalendarDate): Opening[] {
  if (!isBusinessDay(today)) return [];
  const { timeZone } = regions[region];
  return steps.map(step => ({
    step,
    region,
    today,
    opensAtMs: opensAtMs(timeZone, today, step.fromHour),
  }));
}

/** The runs of the day that each region's calendar shows, as far as they may have begun by `now`. */
export function openNow(steps: readonly RunStep[], now: Instant): Opening[] {
  return RegionCode.options.flatMap(region =>
    openingsOn(steps, region, dateIn(regions[region].timeZone, now)).filter(
      opening => opening.opensAtMs <= Date.parse(now),
    ),
  );
}

/** The runs that may begin after one moment and up to another, soonest first, then in the order of the steps. */
export function openBetween(steps: readonly RunStep[], fromMs: number, untilMs: number): Opening[] {
  const openings: Opening[] = [];
  for (const region of RegionCode.options) {
    const { timeZone } = regions[region];
    const last = dateIn(timeZone, instantOf(untilMs));
    for (let day = dateIn(timeZone, instantOf(fromMs)); day <= last; day = addDays(day, 1)) {
      openings.push(...openingsOn(steps, region, day));
    }
  }
  return openings
    .filter(({ opensAtMs: at }) => at > fromMs && at <= untilMs)
    .sort((left, right) => left.opensAtMs - right.opensAtMs);
}

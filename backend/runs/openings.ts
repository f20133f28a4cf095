import { Temporal } from 'temporal-polyfill';
import { businessDaysBefore, isBusinessDay } from '#shared/calendar/bank-calendar.ts';
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

/** When the clocks of the region come to the step's hour; the next moment there is where they skip it. */
export function openingOn(step: RunStep, region: RegionCode, today: CalendarDate): Opening {
  const opens = Temporal.PlainDate.from(today).toZonedDateTime({
    timeZone: regions[region].timeZone,
    plainTime: { hour: step.fromHour },
  });
  return { step, region, today, opensAtMs: opens.epochMilliseconds };
}

function latestOpening(step: RunStep, region: RegionCode, now: Instant): Opening {
  const date = dateIn(regions[region].timeZone, now);
  const today = openingOn(step, region, date);
  if (isBusinessDay(date) && today.opensAtMs <= Date.parse(now)) return today;
  return openingOn(step, region, businessDaysBefore(date, 1));
}

/**
 * The latest run of each step in each region that may have begun by `now`. Before the first hour of a
 * business day it is the one of the business day before, for a server that was away in the night.
 */
export function openNow(steps: readonly RunStep[], now: Instant): Opening[] {
  return RegionCode.options.flatMap(region => steps.map(step => latestOpening(step, region, now)));
}

/** The runs that may begin after one moment and up to another, soonest first, then in the order of the steps. */
export function openBetween(steps: readonly RunStep[], fromMs: number, untilMs: number): Opening[] {
  const openings: Opening[] = [];
  for (const region of RegionCode.options) {
    const { timeZone } = regions[region];
    const last = dateIn(timeZone, instantOf(untilMs));
    for (let day = dateIn(timeZone, instantOf(fromMs)); day <= last; day = addDays(day, 1)) {
      if (!isBusinessDay(day)) continue;
      openings.push(...steps.map(step => openingOn(step, region, day)));
    }
  }
  return openings
    .filter(({ opensAtMs: at }) => at > fromMs && at <= untilMs)
    .sort((left, right) => left.opensAtMs - right.opensAtMs);
}

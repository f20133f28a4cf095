import { addDays, type CalendarDate, daysBetween } from '#shared/calendar/dates.ts';
import type { AccountTimeline, TimelineStep } from '#shared/collections/account-timeline.ts';

/** The days that a picture of a timeline shows, and where on it a day stands, in percent of its width. */
export interface TimelineScale {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  at(date: CalendarDate): number;
}

const AIR_DAYS = 5;

/** From the due date to the last step, or today where that is later. */
export function scaleOf({ dueOn, steps }: AccountTimeline, today: CalendarDate): TimelineScale {
  const last = steps.reduce((latest, { on }) => (on !== null && on > latest ? on : latest), today);
  const to = addDays(last, AIR_DAYS);
  const from = addDays(dueOn, -AIR_DAYS);
  const days = daysBetween(from, to);
  const within = (share: number) => Math.min(100, Math.max(0, share));
  return { from, to, at: date => within((100 * daysBetween(from, date)) / days) };
}

export interface PlacedSteps {
  readonly percent: number;
  /** The places of its steps in the list, counted from 1. */
  readonly numbers: readonly number[];
  readonly steps: readonly TimelineStep[];
  /** The row its name stands in, below the line, so that neighbours do not write over each other. */
  readonly row: number;
}

/** How close two names may begin, in percent of the width. */
const NAME_PERCENT = 22;
const ROWS = 3;

/** The steps that have a day, from left to right; those of one day and state are one mark. */
export function placeSteps({ steps }: AccountTimeline, scale: TimelineScale): PlacedSteps[] {
  const days = [...new Set(steps.flatMap(({ on }) => on ?? []))].sort();
  const rowEnds: number[] = [];
  return days.map(day => {
    const some = steps.filter(({ on }) => on === day);
    const percent = scale.at(day);
    const free = rowEnds.findIndex(end => end <= percent);
    const row = free >= 0 ? free : Math.min(rowEnds.length, ROWS - 1);
    rowEnds[row] = percent + NAME_PERCENT;
    return { percent, numbers: some.map(each => steps.indexOf(each) + 1), steps: some, row };
  });
}

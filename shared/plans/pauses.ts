import { addDays, type CalendarDate, daysBetween } from '../calendar/dates.ts';
import { inMonth } from '../calendar/months.ts';
import { organization } from '../organization/profile.ts';
import { changePolicy } from './change-policy.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent } from './plan-events.ts';
import { dueDatesOf, planStanding } from './plan-standing.ts';
import { dueDayOf } from './terms.ts';

type Pause = Extract<PlanEvent, { kind: 'pause' }>;

/** Why a plan cannot rest; `leftMonths` is what the policy has left. */
export type PauseFault =
  | { readonly reason: 'nothing_to_come' | 'paused_already' }
  | { readonly reason: 'too_long'; readonly leftMonths: number };

const pausesIn = (events: readonly PlanEvent[]) =>
  events.filter((event): event is Pause => event.kind === 'pause');

/** The first due date that a pause moves, as it was before that pause. */
function firstMoved(plan: Plan, events: readonly PlanEvent[], pause: Pause) {
  return dueDatesOf(
    plan,
    events.filter(event => event !== pause),
  ).find(dueOn => dueOn > pause.on);
}

/** The last pause that had begun on a day, with the last of the due dates that it leaves out. */
function lastPause(plan: Plan, events: readonly PlanEvent[], on: CalendarDate) {
  const pause = pausesIn(events)
    .filter(each => each.on <= on)
    .sort((left, right) => left.on.localeCompare(right.on))
    .at(-1);
  const moved = pause && firstMoved(plan, events, pause);
  return moved && { pause, until: inMonth(moved, pause.months - 1, dueDayOf(plan.terms)) };
}

/** The pause in which a plan rests on a day: until its last instalment that is left out; undefined when it does not. */
function pauseOn(plan: Plan, events: readonly PlanEvent[], on: CalendarDate): Pause | undefined {
  const last = lastPause(plan, events, on);
  return last && on <= last.until ? last.pause : undefined;
}

/** The last due date that is left out while a plan rests on a day; undefined when it does not rest. */
export function restsUntil(
  plan: Plan,
  events: readonly PlanEvent[],
  on: CalendarDate,
): CalendarDate | undefined {
  const last = lastPause(plan, events, on);
  return last && on <= last.until ? last.until : undefined;
}

/** Months that a plan may rest from a day on: the policy's of twelve, less those of the twelve before. */
function monthsLeft(events: readonly PlanEvent[], on: CalendarDate): number {
  const rested = pausesIn(events)
    .filter(each => daysBetween(each.on, on) < 365)
    .reduce((sum, each) => sum + each.months, 0);
  const { pauseMonthsAtMost } = organization.plans;
  return Math.max(0, Math.min(pauseMonthsAtMost, changePolicy.pause.monthsInTwelve - rested));
}

/** Why the policy has no pause of so many months on a day; undefined when it may begin. */
export function pauseFault(
  plan: Plan,
  events: readonly PlanEvent[],
  { on, months }: { readonly on: CalendarDate; readonly months: number },
): PauseFault | undefined {
  if (planStanding(plan, events, on).dueDates.length === 0) return { reason: 'nothing_to_come' };
  if (pauseOn(plan, events, on)) return { reason: 'paused_already' };
  const leftMonths = monthsLeft(events, on);
  return months > leftMonths ? { reason: 'too_long', leftMonths } : undefined;
}

/**
 * How many months of the pause of `on` remain when it ends on that day: as few as leave the days of notice before the
 * next payment. Undefined where it rests on no pause, or nothing would come sooner.
 */
export function monthsWhenResumed(
  plan: Plan,
  events: readonly PlanEvent[],
  on: CalendarDate,
): { readonly pause: Pause; readonly months: number } | undefined {
  const pause = pauseOn(plan, events, on);
  const moved = pause && firstMoved(plan, events, pause);
  if (!moved) return undefined;
  const earliest = addDays(on, changePolicy.resume.noticeDays);
  for (let months = 0; months < pause.months; months += 1) {
    if (inMonth(moved, months, dueDayOf(plan.terms)) >= earliest) return { pause, months };
  }
  return undefined;
}

/** The events of a plan whose pause ends with so many months; none is left of one of 0. */
export function withPauseOf(
  events: readonly PlanEvent[],
  pause: Pause,
  months: number,
): PlanEvent[] {
  const rest = events.filter(event => event !== pause);
  return months === 0 ? rest : [...rest, { ...pause, months }];
}

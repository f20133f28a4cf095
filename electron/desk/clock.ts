import { type CalendarDate, dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';

/** Where the desk reads the time, so that a test can move it. */
export interface Clock {
  nowMs(): number;
}

/** The real time: for what a person at the desk waits through, such as the lock after fifteen minutes. */
export const systemClock: Clock = { nowMs: () => Date.now() };

export function nowOf(clock: Clock): Instant {
  return instantOf(clock.nowMs());
}

/** Today on the representative's own wall calendar. */
export function todayOf(clock: Clock): CalendarDate {
  return dateIn(Intl.DateTimeFormat().resolvedOptions().timeZone, nowOf(clock));
}

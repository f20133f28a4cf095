import type { Instant } from '#shared/calendar/dates.ts';

const clock = new Intl.DateTimeFormat('en-US', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const dayAndClock = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const wholeDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
});

/** The day where the reader is: `Tue, December 1, 2026`. */
export function showDay(at: Instant): string {
  return wholeDay.format(Date.parse(at));
}

/** How long something has lasted, as on a stopwatch: `04:12`, `1:04:12`. */
export function showElapsed(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map(part =>
    String(part).padStart(2, '0'),
  );
  const hours = Math.floor(seconds / 3600);
  return (hours > 0 ? [hours, ...parts] : parts).join(':');
}

/** The time of day where the reader is: `14:02`. */
export function showClock(at: Instant): string {
  return clock.format(Date.parse(at));
}

/** Day and time where the reader is: `November 21 at 14:02`. */
export function showMoment(at: Instant): string {
  return dayAndClock.format(Date.parse(at));
}

export interface Age {
  readonly unit: 'moments' | 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/** How old something is, in the largest unit that is whole. */
export function ageOf(at: Instant, nowMs: number): Age {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(at)) / 60_000));
  if (minutes < 1) return { unit: 'moments', count: 0 };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < 24 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}

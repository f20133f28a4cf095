import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';

// Made once: a formatter costs more than a hundred dates that it formats.
const thisYear = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});
const anyYear = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const timeToday = new Intl.DateTimeFormat('en-US', clock);
const timeAnyDay = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', ...clock });

/** A date for a column: `Sep 3`, with the year when it is not this one: `Sep 3, 2025`. */
export function shortDate(date: CalendarDate, today: CalendarDate): string {
  const format = date.slice(0, 4) === today.slice(0, 4) ? thisYear : anyYear;
  return format.format(Date.parse(date));
}

/** A time on the reader's own clock, `14:02`; with the date when it is not today: `Nov 20, 14:02`. */
export function clockTime(at: Instant, now: Instant): string {
  const then = new Date(at);
  const format = then.toDateString() === new Date(now).toDateString() ? timeToday : timeAnyDay;
  return format.format(then);
}

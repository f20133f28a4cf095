import { type CalendarDate, type Instant, instantOf } from '#shared/calendar/dates.ts';

/** A date for a column: `Sep 3`, with the year when it is not this one: `Sep 3, 2025`. */
export function shortDate(date: CalendarDate, today: CalendarDate): string {
  return new Intl.DateTimeFormat('en-US', {
    month: 'short',
    day: 'numeric',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.parse(date));
}

/** A time on the reader's own clock, `14:02`; with the date when it is not today: `Nov 20, 14:02`. */
export function clockTime(at: Instant, now: Instant = instantOf(Date.now())): string {
  const [then, today] = [new Date(at), new Date(now)];
  return new Intl.DateTimeFormat('en-US', {
    ...(then.toDateString() !== today.toDateString() && { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(then);
}

import type { CalendarDate } from '#shared/calendar/dates.ts';
import { showElapsed } from '../../parts/show-time.ts';

const short = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});
const compact = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  minimumFractionDigits: 0,
  maximumFractionDigits: 1,
});
const spelled = new Intl.NumberFormat('en-US');

/** A day beneath a bar: `Nov 2`. */
export const sayDayShort = (on: CalendarDate) => short.format(Date.parse(on));
/** A day in a table: `Mon, Nov 2`. */
export const sayDay = (on: CalendarDate) => long.format(Date.parse(on));
/** An hour of the day: `14:00`. */
export const sayHour = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
/** Money beside an axis, in as few figures as tell its size: `$12.4K`. */
export const sayCompact = (amountCents: number) => compact.format(amountCents / 100);
export const sayCount = (count: number) => spelled.format(count);
/** How long a call takes: `06:40`; a dash where there was none. */
export const sayLength = (seconds: number | null) =>
  seconds === null ? '–' : showElapsed(seconds * 1_000);
/** A share in percent; a dash where there was nothing to have a share of. */
export const sayPercent = (percent: number | null) => (percent === null ? '–' : `${percent}%`);

import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, type Instant, instantOf } from './dates.ts';

/** The first instant of a day on the clocks of a zone, such as `America/Denver`. */
export function beginOfDay(date: CalendarDate, timeZone: string): Instant {
  return instantOf(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** There is no year 0 (ISO 8601 has one, PostgreSQL and people's records have none). */
const hasYear = (text: string) => !text.startsWith('0000');

/** A calendar date without a zone, `2026-11-21`; `2026-02-30` is refused. */
export const CalendarDate = z.iso.date().refine(hasYear).brand<'CalendarDate'>();
export type CalendarDate = z.infer<typeof CalendarDate>;

/** More digits of a second than anybody keeps are no instant: PostgreSQL reads none that goes on and on. */
const LONGEST_INSTANT = '2026-11-21T14:02:00.000000000Z'.length;

/** An instant in UTC, `2026-11-21T14:02:00.000Z`. */
export const Instant = z.iso
  .datetime()
  .refine(text => hasYear(text) && text.length <= LONGEST_INSTANT)
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** The same to the microsecond, as PostgreSQL keeps it: a place in an order of instants. */
export const MicroInstant = z.iso.datetime({ precision: 6 }).refine(hasYear);

/** The instant of a count of milliseconds since 1970, as `Date.now()` gives them. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

/** The date on the wall calendar of `timeZone` (IANA name) at an instant. */
export function dateIn(timeZone: string, at: Instant): CalendarDate {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as CalendarDate;
}

/** `date` moved by whole days; negative moves back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** Full years lived on `on` by somebody born on `birthDate`. */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  return Temporal.PlainDate.from(birthDate).until(on, { largestUnit: 'years' }).years;
}

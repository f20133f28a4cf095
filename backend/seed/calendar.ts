import { Temporal } from 'temporal-polyfill';
import { postingDate } from '#shared/calendar/bank-calendar.ts';
import { cardSettlesOn } from '#shared/calendar/card-settlement.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  type Instant,
  instantOf,
} from '#shared/calendar/dates.ts';

/**
 * Dates of the seed, all counted back from its as-of date. Millions are asked for, so each is made
 * once. What has happened is at least one day old: in the west of the country the as-of date, a date
 * in UTC, may not have begun.
 */
export interface SeedCalendar {
  readonly asOf: CalendarDate;
  /** Negative looks ahead. */
  daysAgo(days: number): CalendarDate;
  daysSince(date: CalendarDate): number;
  /** The month so many months before that of the as-of date: its English name, and its first day. */
  monthAgo(months: number): { readonly name: string; readonly firstDaysAgo: number };
  /** The moment when clocks in `timeZone` showed that minute of that day. */
  at(timeZone: string, days: number, minuteOfDay: number): Instant;
  /** When a payment of that day posts; it must have been taken before the cut-off. */
  postingOn(timeZone: string, days: number): CalendarDate;
  /** How far a payment of that day has come by the as-of date; undefined while it has not posted. */
  standing(timeZone: string, days: number): 'posted' | 'settled' | undefined;
}

// Written out, because what Intl answers can change with the runtime and the digest with it.
const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Keeps every answer of `make`, which must depend on its key alone. */
function kept<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return key => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

export function seedCalendar(asOf: CalendarDate): SeedCalendar {
  const daysAgo = kept((days: number) => addDays(asOf, -days));
  const midnight = kept((timeZone: string) =>
    kept(
      (days: number) =>
        Temporal.PlainDate.from(daysAgo(days)).toZonedDateTime(timeZone).epochMilliseconds,
    ),
  );
  const at = (timeZone: string, days: number, minuteOfDay: number) =>
    instantOf(midnight(timeZone)(days) + minuteOfDay * 60_000);
  const monthAgo = kept((months: number) => {
    const first = Temporal.PlainDate.from(asOf).with({ day: 1 }).subtract({ months });
    return {
      name: `${monthNames[first.month - 1]} ${first.year}`,
      firstDaysAgo: daysBetween(first.toString() as CalendarDate, asOf),
    };
  });
  const posting = kept((timeZone: string) =>
    kept((days: number) => postingDate(timeZone, at(timeZone, days, 9 * 60))),
  );
  const settlement = kept((timeZone: string) =>
    kept((days: number) => cardSettlesOn(posting(timeZone)(days))),
  );
  return {
    asOf,
    daysAgo,
    daysSince: date => daysBetween(date, asOf),
    monthAgo,
    at,
    postingOn: (timeZone, days) => posting(timeZone)(days),
    standing(timeZone, days) {
      if (posting(timeZone)(days) > asOf) return undefined;
      return settlement(timeZone)(days) > asOf ? 'posted' : 'settled';
    },
  };
}

import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { addDays, type CalendarDate, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { isInWorkingYears } from '#shared/calendar/working-years.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { Refused } from '../http/refused.ts';

const beginOf = (date: CalendarDate, timeZone: string): Instant =>
  instantOf(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);

/** Refuses days that stand the wrong way round, or that no record can be of. */
export function refuseOddDays(from: CalendarDate | null, to: CalendarDate | null): void {
  for (const [field, day] of Object.entries({ from, to })) {
    if (day && !isInWorkingYears(day)) throw new Refused('search_date_wrong', { field });
  }
  if (from && to && from > to) throw new Refused('search_dates_turned', { field: 'from' });
}

/** Each region with its zone and with the instants between which these days lie there, as a table `zone`. */
export function zoneTable(
  scope: readonly RegionCode[],
  from: CalendarDate | null,
  to: CalendarDate | null,
): RawBuilder<unknown> {
  const rows = scope.map(region => {
    const { timeZone } = regions[region];
    const begin = from && beginOf(from, timeZone);
    const end = to && beginOf(addDays(to, 1), timeZone);
    return sql`(${region}::text, ${timeZone}::text, ${begin}::timestamptz, ${end}::timestamptz)`;
  });
  return sql`(VALUES ${sql.join(rows)}) AS zone (region, name, begin_at, end_at)`;
}

/** The widest span of these days in any zone there is: what an index can be asked for. */
export function widest(from: CalendarDate | null, to: CalendarDate | null) {
  return [
    ...(from ? [sql`access_event.at >= ${`${addDays(from, -1)}T00:00:00Z`}`] : []),
    ...(to ? [sql`access_event.at < ${`${addDays(to, 2)}T12:00:00Z`}`] : []),
  ];
}

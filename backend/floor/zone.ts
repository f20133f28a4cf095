import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';

/** Whose floor it is: the regions, and the days in each one's zone, both ends meant. */
export interface FloorScope {
  readonly scope: readonly RegionCode[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The zone of a row's region, which is in `column`; no question of it where all of them agree. */
export function zoneOf(scope: readonly RegionCode[], column: string): RawBuilder<string> {
  const zones = [...new Set(scope.map(region => regions[region].timeZone))];
  const [first, ...others] = zones;
  if (others.length === 0) return sql`${first}::text`;
  const whens = scope.map(region => sql`WHEN ${region} THEN ${regions[region].timeZone}`);
  return sql`CASE ${sql.ref(column)} ${sql.join(whens, sql` `)} END`;
}

/** The date of an instant on the clock of the row's region. */
export function dayOf(scope: readonly RegionCode[], at: string, region: string) {
  return sql<CalendarDate>`(${sql.ref(at)} AT TIME ZONE ${zoneOf(scope, region)})::date`;
}

/** That an instant may be on one of the days: the widest span they can have in any zone, for which an index is asked. */
export function around({ from, to }: FloorScope, at: string) {
  const column = sql.ref(at);
  return sql<boolean>`${column} >= ${from}::date::timestamp AT TIME ZONE 'UTC' - interval '15 hours'
    AND ${column} < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC' + interval '15 hours'`;
}

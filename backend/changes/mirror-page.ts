import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { Change } from '#shared/contract/changes.ts';
import { regions } from '#shared/organization/regions.ts';
import { type MirrorEntity, mirrorEntities } from '#shared/sync/mirror-rows.ts';
import { mirrorQueries, mirrorRowsWhere } from './mirror-queries.ts';

/** About how many rows, and at most how many entries of the log, a page has. */
export const PAGE_ROWS = 2_000;

/** How long what is over stays on the desks: as long as the bill shows it. */
const OVER_SHOWN_DAYS = 180;

/** Rows by entity, as one statement read them. */
export type MirrorPage = Record<MirrorEntity, readonly MirrorJson[]>;
export type MirrorJson = Readonly<Record<string, unknown>>;

/** Where the day begins last, so that no desk misses what the bill still shows. */
export function shownSince(now: number): CalendarDate {
  return addDays(dateIn(regions.HI.timeZone, instantOf(now)), -OVER_SHOWN_DAYS);
}

/** A column for each entity, to be read by one statement and so at one instant. */
export function mirrorColumns(
  since: CalendarDate,
  which: (entity: MirrorEntity) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql.join(
    mirrorEntities.map(
      entity => sql`${mirrorRowsWhere(entity, which(entity), since)} AS ${sql.id(entity)}`,
    ),
  );
}

/** What an entity's row is called by. The reply's schema checks the row itself before it leaves. */
export const idOf = (entity: MirrorEntity, row: MirrorJson) =>
  String(row[mirrorQueries[entity].id]);

export function changeOf(
  entity: MirrorEntity,
  id: string,
  guarantorId: string,
  row: MirrorJson | null,
): Change {
  return { entity, id, guarantorId, row } as Change;
}

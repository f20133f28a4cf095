import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Change } from '#shared/contract/changes.ts';
import { type MirrorEntity, mirrorEntities } from '#shared/sync/mirror-rows.ts';
import { mirrorQueries, mirrorRowsWhere } from './mirror-queries.ts';

/** About how many rows, and at most how many entries of the log, a page has. */
export const PAGE_ROWS = 2_000;

/** Rows by entity, as one statement read them. */
export type MirrorPage = Record<MirrorEntity, readonly MirrorJson[]>;
export type MirrorJson = Readonly<Record<string, unknown>>;

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

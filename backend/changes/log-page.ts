import { type RawBuilder, sql } from 'kysely';
import type { Change } from '#shared/contract/changes.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { type MirrorEntity, mirrorEntities } from '#shared/sync/mirror-rows.ts';
import { shownSince } from '../balance/shown-since.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { before, type LogPlace } from './cursor.ts';
import { changeOf, idOf, type MirrorPage, mirrorColumns, PAGE_ROWS } from './mirror-page.ts';
import { mirrorQueries } from './mirror-queries.ts';

type Entry = readonly [...LogPlace, guarantorId: string];

interface LogPage {
  readonly changes: Change[];
  readonly told: LogPlace;
  readonly more: boolean;
}

/** The rows that the entries name, where they are still within the scope. */
function named(entity: MirrorEntity, scope: readonly RegionCode[]): RawBuilder<unknown> {
  const { table, key, keyType } = mirrorQueries[entity];
  const region = sql`(SELECT region FROM guarantor AS owner WHERE owner.guarantor_id = ${sql.ref(`${table}.guarantor_id`)})`;
  return sql`${sql.ref(key)} = ANY (ARRAY(
      SELECT entity_id::${sql.raw(keyType)} FROM entry WHERE entity = ${sql.lit(entity)}))
    AND ${region} = ANY (${scope})`;
}

function changesOf(entries: readonly Entry[], found: MirrorPage): Change[] {
  return mirrorEntities.flatMap(entity => {
    const rows = new Map(found[entity].map(row => [idOf(entity, row), row]));
    const owners = new Map<string, string>();
    for (const [, of, id, guarantorId] of entries) if (of === entity) owners.set(id, guarantorId);
    return [...owners].map(([id, guarantorId]) => {
      const row = rows.get(id);
      return changeOf(entity, id, String(row?.guarantorId ?? guarantorId), row ?? null);
    });
  });
}

/**
 * What changed after a place of the log, as it is now; a row that is gone, out of the scope or over is
 * a tombstone. Entries of a transaction are only given once every one that began to write before it is
 * settled. Refuses `cursor_refused` for a place that was trimmed or that has not been yet.
 */
export async function readLogPage(
  db: Database,
  scope: readonly RegionCode[],
  [transaction, entity, id]: LogPlace,
  now: number,
): Promise<LogPage> {
  const { rows } = await sql<MirrorPage & { known: boolean; settled: string; entries: Entry[] }>`
    WITH newest AS MATERIALIZED (
      SELECT each.* FROM unnest(${scope}::text[]) AS scope (region) CROSS JOIN LATERAL (
        SELECT xid, entity, entity_id, guarantor_id FROM change
        WHERE change.region = scope.region
          AND (xid, entity, entity_id) > (${transaction}::xid8, ${entity}::mirror_entity, ${id})
          AND xid < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY xid, entity, entity_id LIMIT ${PAGE_ROWS + 1}) AS each
      ORDER BY xid, entity, entity_id LIMIT ${PAGE_ROWS + 1}),
    entry AS MATERIALIZED (SELECT * FROM newest ORDER BY xid, entity, entity_id LIMIT ${PAGE_ROWS})
    SELECT ${transaction}::xid8 BETWEEN floor AND pg_snapshot_xmin(pg_current_snapshot()) AS known,
      pg_snapshot_xmin(pg_current_snapshot())::text AS settled,
      (SELECT coalesce(json_agg(json_build_array(xid::text, entity, entity_id, guarantor_id)
        ORDER BY xid, entity, entity_id), '[]') FROM newest) AS entries,
      ${mirrorColumns(shownSince(now), each => named(each, scope))}
    FROM change_feed`.execute(db);
  const [found] = rows;
  if (!found?.known) throw new Refused('cursor_refused');
  const more = found.entries.length > PAGE_ROWS;
  const entries = found.entries.slice(0, PAGE_ROWS);
  const last = entries.at(-1);
  return {
    changes: changesOf(entries, found),
    told: more && last ? [last[0], last[1], last[2]] : before(found.settled),
    more,
  };
}

import { sql } from 'kysely';
import type { Change } from '#shared/contract/changes.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { mirrorEntities } from '#shared/sync/mirror-rows.ts';
import { shownSince } from '../balance/shown-since.ts';
import type { Database } from '../database/connect.ts';
import { MOST_GUARANTORS } from './cursor.ts';
import { changeOf, idOf, type MirrorPage, mirrorColumns, PAGE_ROWS } from './mirror-page.ts';

type Guarantor = readonly [region: RegionCode, guarantorId: string];

export interface PullPage {
  readonly changes: Change[];
  /** The last guarantor of the page; undefined when there is nobody left. */
  readonly last: Guarantor | undefined;
  readonly guarantors: number;
  /** How many guarantors to read for the next page. */
  readonly take: number;
}

/** The guarantors of a page who are given: up to the one with whom it is full. */
function thoseGiven(found: MirrorPage & { page: Guarantor[] }): Guarantor[] {
  const rowsOf = new Map<unknown, number>();
  for (const entity of mirrorEntities) {
    for (const { guarantorId } of found[entity]) {
      rowsOf.set(guarantorId, (rowsOf.get(guarantorId) ?? 0) + 1);
    }
  }
  let rows = 0;
  const full = found.page.findIndex(([, guarantorId]) => {
    rows += rowsOf.get(guarantorId) ?? 0;
    return rows >= PAGE_ROWS;
  });
  return full < 0 ? found.page : found.page.slice(0, full + 1);
}

/** The next guarantors of the scope with everything of theirs, after the one who was last. */
export async function readPullPage(
  db: Database,
  scope: readonly RegionCode[],
  after: Guarantor | undefined,
  take: number,
  now: number,
): Promise<PullPage> {
  const [region, guarantorId] = after ?? ['', ''];
  const theirs = sql`guarantor_id = ANY (ARRAY(SELECT guarantor_id FROM page))`;
  const { rows } = await sql<MirrorPage & { page: Guarantor[] }>`
    WITH page AS MATERIALIZED (
      SELECT region, guarantor_id FROM guarantor
      WHERE region = ANY (${scope}) AND (region, guarantor_id) > (${region}, ${guarantorId})
      ORDER BY region, guarantor_id LIMIT ${take})
    SELECT (SELECT coalesce(json_agg(json_build_array(region, guarantor_id) ORDER BY region, guarantor_id), '[]')
        FROM page) AS page,
      ${mirrorColumns(shownSince(now), () => theirs)}`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('A page has one row.');
  const given = thoseGiven(found);
  const ids = new Set<unknown>(given.map(([, id]) => id));
  const changes = mirrorEntities.flatMap(entity =>
    found[entity]
      .filter(row => ids.has(row.guarantorId))
      .map(row => changeOf(entity, idOf(entity, row), String(row.guarantorId), row)),
  );
  const fitting = Math.ceil((given.length * PAGE_ROWS) / Math.max(1, changes.length));
  return {
    changes,
    last: given.at(-1),
    guarantors: given.length,
    take: Math.min(MOST_GUARANTORS, Math.max(1, fitting)),
  };
}

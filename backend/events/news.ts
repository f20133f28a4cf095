import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Streams } from './streams.ts';

/**
 * The newest entry that the feed shows of each region; no entry that is not settled, of which a desk
 * would ask in vain.
 */
async function newestOf(db: Database, regions: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ region: string; newest: string }>`
    SELECT region, newest.xid::text AS newest
    FROM unnest(${regions}::text[]) AS asked (region) CROSS JOIN LATERAL (
      SELECT xid FROM change
      WHERE change.region = asked.region AND xid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY xid DESC LIMIT 1) AS newest`.execute(db);
  return new Map(rows.map(({ region, newest }) => [region, newest]));
}

/**
 * Looks whether the feed has more, and tells the desks whose regions it has more of. One small question
 * whatever the number of desks; none where nobody listens.
 */
export function newsFor(db: Database, streams: Streams): () => Promise<void> {
  let known = new Map<string, string>();
  return async () => {
    const regions = new Set(streams.everybody().flatMap(({ user }) => user.regions));
    if (regions.size === 0) return;
    const newest = await newestOf(db, [...regions]);
    const told = known;
    const news = new Set(
      [...newest].filter(([region, xid]) => told.get(region) !== xid).map(([region]) => region),
    );
    known = newest;
    if (news.size > 0) {
      streams.tell(({ user }) => user.regions.some(region => news.has(region)), 'changed');
    }
  };
}

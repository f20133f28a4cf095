import { sql } from 'kysely';
import type { Floor } from '#shared/contract/floor.ts';
import { declinedIn, type FloorSpan } from '#shared/floor/counted.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { matching } from '../search/matching.ts';

/** Why the cards were declined that the search finds; few of many payments, each looked up by its key. */
export async function declineReasons(
  db: Database,
  span: FloorSpan,
  scope: readonly RegionCode[],
  now: number,
): Promise<Floor['declines']> {
  const conditions = await matching(db, declinedIn(span), scope, now);
  if (conditions === null) return [];
  const { rows } = await sql<Floor['declines'][number]>`
    SELECT decline AS code, count(*)::int AS count FROM payment
    WHERE key IN (SELECT key FROM payment_search AS found WHERE ${sql.join(conditions, sql` AND `)}) AND decline IS NOT NULL
    GROUP BY decline ORDER BY count DESC, decline`.execute(db);
  return rows;
}

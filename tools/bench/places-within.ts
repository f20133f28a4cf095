import { sql } from 'kysely';
import type { Database } from '#backend/database/connect.ts';
import type { Condition } from '#backend/search/conditions.ts';
import { cursorOf } from '#backend/search/place.ts';
import type { SearchOrder } from '#shared/search/payment-search.ts';

/** Odd, so that each is gone on from in either direction. */
const PLACES = 39;

interface Row extends Record<Exclude<SearchOrder, 'time'>, string | number> {
  readonly key: string;
  readonly at: string;
}

/** Places anywhere among what a search finds, as its pages give them; by whatever it is sorted. */
export async function placesWithin(db: Database, conditions: readonly Condition[] | null) {
  if (conditions === null) return () => null;
  const where = conditions.length > 0 ? sql`WHERE ${sql.join([...conditions], sql` AND `)}` : sql``;
  const { rows } = await sql<Row>`
    SELECT key, taker, state, method_kind AS method, amount_cents AS amount,
      to_char(taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
    FROM payment_search AS found ${where} ORDER BY random() LIMIT ${PLACES}`.execute(db);
  let turn = 0;
  return (by: SearchOrder) => {
    turn += 1;
    const row = rows[turn % rows.length];
    if (!row) return null;
    const { key, at } = row;
    const cursor = cursorOf({ by, of: by === 'time' ? null : row[by], at, key });
    return { side: turn & 1 ? ('before' as const) : ('after' as const), cursor };
  };
}

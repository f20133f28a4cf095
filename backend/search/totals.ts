import { sql } from 'kysely';
import { MOST_COUNTED, SearchTotals } from '#shared/contract/payment-search.ts';
import type { Database } from '../database/connect.ts';
import type { Condition } from './conditions.ts';

interface Group {
  readonly state: string;
  readonly method: string;
  readonly count: number;
  readonly cents: number;
}

const nothing: SearchTotals = { exact: true, count: 0, cents: 0 as never, groups: [] };

/**
 * How many payments were found and how much they are, by state and method: exactly, up to a bound, beyond which
 * nothing is counted on and only that there are more is said.
 */
export async function totalsOf(
  db: Database,
  conditions: readonly Condition[] | null,
): Promise<SearchTotals> {
  if (conditions === null) return nothing;
  const where = conditions.length > 0 ? sql`WHERE ${sql.join([...conditions], sql` AND `)}` : sql``;
  const { rows } = await sql<Group>`
    SELECT state, method_kind AS method, count(*)::int AS count, sum(amount_cents)::bigint AS cents
    FROM (
      SELECT state, method_kind, amount_cents FROM payment_search AS found ${where} LIMIT ${MOST_COUNTED + 1}
    ) AS counted
    GROUP BY state, method_kind ORDER BY state, method_kind`.execute(db);
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  if (count > MOST_COUNTED) return { exact: false, moreThan: MOST_COUNTED };
  const cents = rows.reduce((sum, row) => sum + row.cents, 0);
  return SearchTotals.parse({ exact: true, count, cents, groups: rows });
}

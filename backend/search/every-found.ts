import { type RawBuilder, sql } from 'kysely';
import type { SearchedPayment } from '#shared/contract/payment-search.ts';
import type { SearchSort } from '#shared/search/payment-search.ts';
import type { Condition } from './conditions.ts';
import { columns, joined, shown, whereAll } from './shown.ts';

/** Everything that is found, in order, to be read bit by bit; and how many there are. */
export function everyFound(
  conditions: readonly Condition[],
  { by, direction }: SearchSort,
): { counted: RawBuilder<{ count: number }>; rows: RawBuilder<SearchedPayment> } {
  const sorted = [...(by === 'time' ? [] : [columns[by]]), 'taken_at', 'key'];
  const turn = sql.raw(direction === 'ascending' ? 'ASC' : 'DESC');
  const order = sql.join(sorted.map(column => sql`${sql.ref(`found.${column}`)} ${turn}`));
  const where = whereAll(conditions);
  return {
    counted: sql`SELECT count(*) FROM payment_search AS found ${where}`,
    rows: sql`
      SELECT ${shown} FROM (SELECT * FROM payment_search AS found ${where}) AS found ${joined}
      ORDER BY ${order}`,
  };
}

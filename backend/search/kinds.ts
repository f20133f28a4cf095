import { sql } from 'kysely';
import { ArrivingKind } from '#shared/billing/payment-method.ts';
import type { PaymentFilters } from '#shared/search/payment-search.ts';
import type { Database } from '../database/connect.ts';
import type { Condition } from './conditions.ts';

const arriving: readonly string[] = ArrivingKind.options;

/** One value as such: only then does the database see that an order by it is none. */
const oneOf = (column: string, values: readonly string[]): Condition =>
  values.length === 1
    ? sql`${sql.raw(column)} = ${values[0]}`
    : sql`${sql.raw(column)} = ANY (${values})`;

type Asked = Pick<PaymentFilters, 'states' | 'methods' | 'taker'>;

interface Kind {
  readonly state: string;
  readonly method: string;
}

const isAsked = ({ state, method }: Kind, { states, methods, taker }: Asked): boolean =>
  (states.length === 0 || states.includes(state)) &&
  (methods.length === 0 || methods.includes(method)) &&
  (taker === null || !arriving.includes(method));

/**
 * States and methods as far as there are payments of both: who asks for settled ones need not look through the
 * wires, which are received and never settle. Null where there can be none.
 */
export async function ofKind(db: Database, asked: Asked): Promise<Condition[] | null> {
  const { rows } = await sql<Kind>`
    SELECT state, method_kind AS method FROM payment_search_kind`.execute(db);
  const left = rows.filter(kind => isAsked(kind, asked));
  if (left.length === 0) return null;
  const distinct = (kinds: readonly Kind[], of: keyof Kind) => [
    ...new Set(kinds.map(kind => kind[of])),
  ];
  const narrowed = (of: keyof Kind, column: string) => {
    const values = distinct(left, of);
    return values.length === distinct(rows, of).length ? [] : [oneOf(column, values)];
  };
  return [
    ...narrowed('state', 'found.state'),
    ...narrowed('method', 'method_kind'),
    ...(asked.taker === null ? withTaker(left.map(({ method }) => arriving.includes(method))) : []),
  ];
}

/** What arrived by itself has no taker, and stands before everything else in that order. */
function withTaker(arrived: readonly boolean[]): Condition[] {
  if (arrived.every(Boolean)) return [sql`taker = ''`];
  return arrived.some(Boolean) ? [] : [sql`taker > ''`];
}

import { type RawBuilder, sql } from 'kysely';
import { PAYMENTS_ON_A_PAGE, type SearchedPayment } from '#shared/contract/payment-search.ts';
import type { SearchOrder, SearchSort } from '#shared/search/payment-search.ts';
import type { Condition } from './conditions.ts';
import type { Place } from './place.ts';

/** The column of each order; equal ones follow each other by time and key, so that a place is one place. */
const columns: Readonly<Record<Exclude<SearchOrder, 'time'>, string>> = {
  amount: 'amount_cents',
  taker: 'taker',
  state: 'state',
  method: 'method_kind',
};

export interface AskedPage {
  readonly conditions: readonly Condition[];
  readonly sort: SearchSort;
  readonly side: 'after' | 'before';
  /** Null for the first page. */
  readonly place: Place | null;
}

export interface FoundRow extends SearchedPayment {
  /** What it is sorted by; null by time. */
  readonly of: string | number | null;
  readonly atMicros: string;
}

const valuesOf = ({ by, of, at, key }: Place) => [
  ...(by === 'time' ? [] : [by === 'amount' ? sql`${of}::bigint` : sql`${of}::text`]),
  sql`${at}::timestamptz`,
  sql`${key}::uuid`,
];

/**
 * One page and one row more, in the order in which it is read: backwards for a page before a place. Which
 * payments comes out of the index of the order alone; what they are is read of those on the page only.
 */
export function pageQuery({ conditions, sort, side, place }: AskedPage): RawBuilder<FoundRow> {
  const forwards = (sort.direction === 'ascending') === (side === 'after');
  const of = sort.by === 'time' ? null : sql.ref(`found.${columns[sort.by]}`);
  const ordered = (first: RawBuilder<unknown> | null) => {
    const all = [...(first ? [first] : []), sql`found.taken_at`, sql`found.key`];
    return {
      all: sql.join(all),
      order: sql.join(all.map(each => sql`${each} ${sql.raw(forwards ? 'ASC' : 'DESC')}`)),
    };
  };
  const inner = ordered(of);
  const beyond = sql<boolean>`(${inner.all}) ${sql.raw(forwards ? '>' : '<')} (${sql.join(place ? valuesOf(place) : [])})`;
  const all = [...conditions, ...(place ? [beyond] : [])];
  return sql<FoundRow>`
    SELECT payment.key, payment.taken_at AS "takenAt", guarantor.region, payment.guarantor_id AS "guarantorId",
      full_name AS "guarantorName", user_account.name AS "takenByName", payment.state, payment.state_at AS "stateAt",
      payment_method(payment) AS method, payment.amount_cents AS "amountCents", confirmation, found.of,
      to_char(found.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "atMicros"
    FROM (
      SELECT key, ${of ?? sql`NULL`} AS of, taken_at FROM payment_search AS found
      ${all.length > 0 ? sql`WHERE ${sql.join(all, sql` AND `)}` : sql``}
      ORDER BY ${inner.order} LIMIT ${PAYMENTS_ON_A_PAGE + 1}
    ) AS found JOIN payment USING (key) JOIN guarantor ON guarantor.guarantor_id = payment.guarantor_id
      LEFT JOIN user_account ON user_id = taken_by
    ORDER BY ${ordered(of && sql`found.of`).order}`;
}

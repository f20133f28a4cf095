import { type RawBuilder, sql } from 'kysely';
import { PAYMENTS_ON_A_PAGE, type SearchedPayment } from '#shared/contract/payment-search.ts';
import type { SearchSort } from '#shared/search/payment-search.ts';
import type { Condition } from './conditions.ts';
import type { Place } from './place.ts';
import { columns, joined, shown, whereAll } from './shown.ts';

export interface AskedPage {
  readonly conditions: readonly Condition[];
  /** So few are found that all of them are read and put in order, whatever the database would guess. */
  readonly areFew?: boolean;
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

const MOST = PAYMENTS_ON_A_PAGE + 1;
/** One walk through the index of an order. */
type Walk = (conditions: readonly Condition[]) => RawBuilder<unknown>;

/**
 * What follows a place. By what many payments share, those that share it come first and the others after them,
 * each in a walk of its own that begins where it must: a list of states to be walked through would begin at its
 * first one, and pass everything before the place. The second walk is not begun unless the first one ends early.
 */
function beyondPlace(walk: Walk, of: RawBuilder<unknown> | null, is: '>' | '<', place: Place) {
  const beyond = sql.raw(is);
  const [at, key] = [sql`${place.at}::timestamptz`, sql`${place.key}::uuid`];
  const later = sql<boolean>`(found.taken_at, found.key) ${beyond} (${at}, ${key})`;
  if (of === null) return walk([later]);
  if (place.by === 'amount') {
    const amount = sql`${place.of}::bigint`;
    return walk([sql`(${of}, found.taken_at, found.key) ${beyond} (${amount}, ${at}, ${key})`]);
  }
  return sql`
    WITH alike AS MATERIALIZED (${walk([sql`${of} = ${place.of}`, later])})
    SELECT * FROM alike
    UNION ALL (SELECT * FROM (${walk([sql`${of} ${beyond} ${place.of}`])}) AS others
      LIMIT ${MOST} - (SELECT count(*) FROM alike))`;
}

/**
 * One page and one row more, in the order in which it is read: backwards for a page before a place. Which
 * payments comes out of the index of the order alone; what they are is read of those on the page only.
 */
export function pageQuery({
  conditions,
  areFew = false,
  sort,
  side,
  place,
}: AskedPage): RawBuilder<FoundRow> {
  const forwards = (sort.direction === 'ascending') === (side === 'after');
  const of = sort.by === 'time' ? null : sql.ref(`found.${columns[sort.by]}`);
  const ordered = (first: RawBuilder<unknown> | null) =>
    sql.join(
      [...(first ? [first] : []), sql`found.taken_at`, sql`found.key`].map(
        each => sql`${each} ${sql.raw(forwards ? 'ASC' : 'DESC')}`,
      ),
    );
  // OFFSET 0 keeps the order out of how the few are found.
  const few = sql`(SELECT * FROM payment_search AS found ${whereAll(conditions)} OFFSET 0)`;
  const walk: Walk = more => sql`
    SELECT key, ${of ?? sql`NULL`} AS of, taken_at
    FROM ${areFew ? few : sql`payment_search`} AS found ${whereAll(areFew ? more : [...conditions, ...more])}
    ORDER BY ${ordered(of)} LIMIT ${MOST}`;
  return sql<FoundRow>`
    SELECT ${shown}, found.of,
      to_char(found.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "atMicros"
    FROM (${place ? beyondPlace(walk, of, forwards ? '>' : '<', place) : walk([])}) AS found
      ${joined}
    ORDER BY ${ordered(of && sql`found.of`)}`;
}

import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { FloorSpan } from '#shared/floor/counted.ts';
import { standingIn } from '#shared/floor/counted.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { PaymentState } from '#shared/payments/states.ts';
import { noFilters, type SearchedMethod } from '#shared/search/payment-search.ts';
import type { Database } from '../database/connect.ts';
import { matching } from '../search/matching.ts';
import { dayOf, zoneOf } from './zone.ts';

export interface PaymentSum<Bucket> {
  readonly of: Bucket;
  readonly state: PaymentState;
  readonly method: SearchedMethod;
  readonly count: number;
  readonly cents: number;
}

/** Sums of what the search finds, read from the index of its order alone. */
export function paymentSums<Bucket>(
  bucket: RawBuilder<Bucket>,
  conditions: readonly RawBuilder<boolean>[],
): RawBuilder<PaymentSum<Bucket>> {
  return sql`
    SELECT ${bucket} AS of, state, method_kind AS method, count(*)::int AS count, sum(amount_cents)::bigint AS cents
    FROM payment_search AS found WHERE ${sql.join([...conditions], sql` AND `)}
    GROUP BY 1, 2, 3`;
}

/** The payments of each day, by state and method. */
export async function takenByDay(
  db: Database,
  span: FloorSpan,
  scope: readonly RegionCode[],
  now: number,
): Promise<readonly PaymentSum<CalendarDate>[]> {
  const { region, from, to } = span;
  const conditions = await matching(db, { ...noFilters, region, from, to }, scope, now);
  if (conditions === null) return [];
  const day = dayOf(scope, 'found.taken_at', 'found.region');
  return (await paymentSums(day, conditions).execute(db)).rows;
}

/** The payments of one day that stand, by the hour of the region's clock in which they were taken. */
export async function takenByHour(
  db: Database,
  span: FloorSpan,
  scope: readonly RegionCode[],
  now: number,
): Promise<readonly PaymentSum<number>[]> {
  const conditions = await matching(db, standingIn(span), scope, now);
  if (conditions === null) return [];
  const zone = zoneOf(scope, 'found.region');
  const hour = sql<number>`extract(hour FROM found.taken_at AT TIME ZONE ${zone})::int`;
  return (await paymentSums(hour, conditions).execute(db)).rows;
}

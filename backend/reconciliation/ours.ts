import { sql } from 'kysely';
import type { DayItem } from '#shared/reconciliation/day.ts';
import type { Database } from '../database/connect.ts';
import { countsIn, type ItemQuery, type RegionDay, takenHere } from './day.ts';

/** What our payments and refunds were moved on to, whoever said so. */
export function oursQuery(day: RegionDay): ItemQuery {
  // What counts in the day is read first, by its instants: a day is small, whatever a year has become.
  return sql<DayItem>`
    WITH moved AS MATERIALIZED (
      SELECT payment_key, to_state FROM payment_state_change AS move
      WHERE ${countsIn('move.at', day)}
        AND to_state IN ('approved', 'received', 'originated', 'posted', 'settled', 'returned', 'voided')
    ), given_back AS MATERIALIZED (
      SELECT refund_key FROM refund_state_change AS move WHERE ${countsIn('move.at', day)} AND to_state = 'refunded'
    )
    SELECT CASE to_state WHEN 'approved' THEN 'taken' WHEN 'received' THEN 'taken' WHEN 'originated' THEN 'posted'
        ELSE to_state END AS stage,
      payment.method_kind AS method, payment.key::text AS ref, payment.amount_cents AS "amountCents", NULL AS batch
    FROM moved JOIN payment ON payment.key = payment_key JOIN guarantor USING (guarantor_id)
    WHERE region = ${day.region} AND ${takenHere}
    UNION ALL
    SELECT 'refunded', payment.method_kind, payment.key::text, refund.amount_cents, NULL
    FROM given_back JOIN refund USING (refund_key) JOIN payment ON payment.key = refund.payment_key
      JOIN guarantor ON guarantor.guarantor_id = payment.guarantor_id
    WHERE region = ${day.region} AND ${takenHere}`;
}

export async function readOurs(db: Database, day: RegionDay): Promise<DayItem[]> {
  return (await oursQuery(day).execute(db)).rows;
}

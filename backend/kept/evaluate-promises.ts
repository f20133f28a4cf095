import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type Cents, noCents } from '#shared/money/cents.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { noteItems, type RunItem } from '../runs/counted-items.ts';

/** The kind of the run under which is kept what it decided. */
export const PROMISES = 'promises';

/** A promise that was decided longer ago than this stays as it was decided. */
const LOOKED_AT_AGAIN_DAYS = 90;

/**
 * Says of each promise that stands whether it was kept: on the day on which what was paid since it was made
 * reached its amount, if that is its own day or an earlier one; else it is broken with the day after. It follows from
 * the payments that stand, so money that was booked in time and read later, and a payment that is returned,
 * are weighed again. Gives how many promises changed, and what they are for. Run again it changes nothing.
 */
export function evaluatePromises(
  { db }: { readonly db: Database },
  { region, today }: { readonly region: RegionCode; readonly today: CalendarDate },
): Promise<{ done: number; cents: Cents }> {
  return db.transaction().execute(async trx => {
    const changed = await decide(trx, region, today);
    await noteItems(trx, { kind: PROMISES, region, today }, changed);
    const total = changed.reduce((sum, { cents }) => sum + cents, noCents as number) as Cents;
    return { done: changed.length, cents: total };
  });
}

async function decide(
  trx: Database,
  region: RegionCode,
  today: CalendarDate,
): Promise<readonly RunItem[]> {
  const { timeZone } = regions[region];
  const { rows } = await sql<RunItem>`
    WITH standing AS (
      SELECT promise_to_pay.* FROM promise_to_pay JOIN guarantor USING (guarantor_id)
      WHERE region = ${region} AND replaced_by IS NULL
        AND promised_on > ${today}::date - ${LOOKED_AT_AGAIN_DAYS}::int
    ), paid AS (
      SELECT promise_id, (taken_at AT TIME ZONE ${timeZone})::date AS paid_on, standing.amount_cents AS promised_cents,
        sum(payment.amount_cents) OVER (PARTITION BY promise_id ORDER BY taken_at, key) AS so_far_cents
      FROM standing JOIN payment USING (guarantor_id)
      WHERE taken_at >= made_at AND payment.state IN ('approved', 'originated', 'posted', 'settled', 'received')
    ), reached AS (
      SELECT promise_id, min(paid_on) AS paid_on FROM paid WHERE so_far_cents >= promised_cents GROUP BY promise_id
    ), decided AS (
      SELECT promise_id, CASE WHEN paid_on <= promised_on THEN paid_on END AS kept_on,
        CASE WHEN promised_on < ${today}::date AND (paid_on <= promised_on) IS NOT TRUE THEN promised_on + 1 END AS broken_on
      FROM standing LEFT JOIN reached USING (promise_id)
    )
    UPDATE promise_to_pay AS promise SET kept_on = decided.kept_on, broken_on = decided.broken_on
    FROM decided
    WHERE promise.promise_id = decided.promise_id
      AND (promise.kept_on, promise.broken_on) IS DISTINCT FROM (decided.kept_on, decided.broken_on)
    RETURNING promise.promise_id AS id, promise.amount_cents AS cents`.execute(trx);
  return rows;
}

import { sql } from 'kysely';
import { businessDaysAfter, businessDaysBetween } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { MOST_WAITING } from '#shared/contract/of-payment.ts';
import { UnpostedPayment } from '#shared/contract/traces.ts';
import { organization } from '#shared/organization/profile.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

interface Row {
  readonly postingOn: CalendarDate;
  readonly region: RegionCode;
  readonly traceId: string | null;
  readonly tracedAt: Instant | null;
  readonly tracedByName: string | null;
  readonly traceNote: string | null;
  readonly isUnposted: boolean;
}

/** Which are asked for. */
interface Which {
  /** This one alone, by its key. */
  readonly only?: string | null;
  /** At most so many; `null` for all there are. */
  readonly most?: number | null;
}

/** Those that may be late by the latest of all calendars, and those that are traced; the oldest first. */
async function candidates(
  db: Database,
  served: readonly RegionCode[],
  now: number,
  { only, most }: Required<Which>,
) {
  const { rows } = await sql<Row>`
    SELECT key, payment.guarantor_id AS "guarantorId", full_name AS "guarantorName", region, payment.state,
      payment_method(payment) AS method, amount_cents AS "amountCents", confirmation, taken_at AS "takenAt",
      posting_on AS "postingOn", payment.state IN ('approved', 'originated') AS "isUnposted",
      trace_id AS "traceId", opened_at AS "tracedAt", name AS "tracedByName", note AS "traceNote"
    FROM payment JOIN guarantor USING (guarantor_id)
      LEFT JOIN payment_trace ON payment_key = key AND closed_at IS NULL
      LEFT JOIN user_account ON user_id = opened_by
    WHERE region = ANY (${served}) AND (${only}::uuid IS NULL OR key = ${only}) AND posting_on IS NOT NULL AND (trace_id IS NOT NULL
      OR (payment.state IN ('approved', 'originated') AND posting_on < (${instantOf(now)}::timestamptz AT TIME ZONE 'UTC')::date))
    ORDER BY posting_on, taken_at, key LIMIT ${most}`.execute(db);
  return rows;
}

/**
 * Payments that were to post and have not two business days after their day, by the bank calendar of their
 * region, and every one that is being traced, with the trace. Only this one, where a key is given.
 */
export async function unpostedPayments(
  db: Database,
  served: readonly RegionCode[],
  now: number,
  { only = null, most = MOST_WAITING }: Which = {},
): Promise<UnpostedPayment[]> {
  const { traceAfterBusinessDays } = organization.posting;
  return (await candidates(db, served, now, { only, most })).flatMap(
    ({ traceId, tracedAt, tracedByName, traceNote, isUnposted, ...payment }) => {
      const today = dateIn(regions[payment.region].timeZone, instantOf(now));
      const isLate = businessDaysAfter(payment.postingOn, traceAfterBusinessDays) <= today;
      if (traceId === null && !(isUnposted && isLate)) return [];
      return UnpostedPayment.parse({
        ...payment,
        businessDaysLate: isUnposted ? businessDaysBetween(payment.postingOn, today) : 0,
        trace: traceId && {
          traceId,
          openedAt: tracedAt,
          openedByName: tracedByName,
          note: traceNote,
        },
      });
    },
  );
}

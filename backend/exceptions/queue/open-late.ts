import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { organization } from '#shared/organization/profile.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';
import { lateSince } from '../../search/conditions.ts';

interface Late {
  readonly key: string;
  readonly region: RegionCode;
  readonly postingOn: CalendarDate;
}

/** What is late in its region today and has no exception; read from the index of what has not posted. */
export function lateNow(now: number): RawBuilder<Late> {
  const days = Object.entries(regions).map(([code, { timeZone }]) => ({
    code,
    day: lateSince(dateIn(timeZone, instantOf(now))),
  }));
  const latest = days
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return sql<Late>`
    SELECT key, region, posting_on AS "postingOn"
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS late (code text, day date)
      JOIN guarantor ON region = code JOIN payment USING (guarantor_id)
    WHERE payment.state IN ('approved', 'originated') AND posting_on <= day AND posting_on <= ${latest}
      AND NOT EXISTS (SELECT FROM exception_case WHERE kind = 'unposted' AND subject = key::text
        AND (resolved_at IS NULL OR resolved_why = 'by_person'))`;
}

/** When the day began on which it was late for the first time. */
function lateFrom({ region, postingOn }: Late): string {
  const day = businessDaysAfter(postingOn, organization.posting.traceAfterBusinessDays);
  const local = Temporal.PlainDate.from(day).toZonedDateTime(regions[region].timeZone);
  return instantOf(local.epochMilliseconds);
}

/**
 * Opens what is late to post by the bank calendar of its region and has no exception yet, as of the day on which it
 * became so. Nothing happens twice, whoever asks; those who ask at once open them in one order.
 */
export async function openLate(db: Database, now: number): Promise<void> {
  const { rows } = await lateNow(now).execute(db);
  const late = rows.map(each => ({ key: each.key, since: lateFrom(each) }));
  if (late.length === 0) return;
  await sql`
    SELECT open_exception('unposted', key::text, NULL, guarantor_id, key, NULL, amount_cents, since)
    FROM (SELECT key, guarantor_id, amount_cents, since
      FROM jsonb_to_recordset(${JSON.stringify(late)}::jsonb) AS late (key uuid, since timestamptz)
        JOIN payment USING (key)
      WHERE payment.state IN ('approved', 'originated') ORDER BY key) AS in_order`.execute(db);
}

import { sql } from 'kysely';
import { z } from 'zod';
import { businessDayOf, businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { CalendarDate, Instant, instantOf } from '#shared/calendar/dates.ts';
import { DayNote } from '#shared/contract/reconciliation.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import { DaySum, ReconciledRow } from '#shared/reconciliation/day.ts';
import type { Database } from '../database/connect.ts';
import type { RegionDay } from './day.ts';

/** What is signed of a closed day. */
export const SignedDay = z.object({
  what: z.literal('closed_day'),
  region: RegionCode,
  businessOn: CalendarDate,
  from: Instant,
  until: Instant,
  closedAt: Instant,
  closedBy: z.string(),
  rows: z.array(ReconciledRow),
  open: DaySum,
  notes: z.array(DayNote),
});
export type SignedDay = z.infer<typeof SignedDay>;

export interface KeptDay {
  /** `NCAL/2026-11-20`. */
  readonly day: string;
  readonly content: string;
  readonly contentHash: string;
  readonly keyId: string;
  readonly publicKey: string;
  readonly signature: string;
  readonly closedAt: Instant;
  readonly closedByName: string;
}

const kept = sql`
  SELECT day, content, content_hash AS "contentHash", key_id AS "keyId", public_key AS "publicKey", signature,
    closed_at AS "closedAt", user_account.name AS "closedByName"
  FROM closed_day JOIN audit_key USING (key_id) JOIN user_account ON user_id = closed_by`;

export async function closedDay(
  db: Database,
  { region, businessOn }: Pick<RegionDay, 'region' | 'businessOn'>,
): Promise<KeptDay | undefined> {
  const { rows } = await sql<KeptDay>`
    ${kept} WHERE closed_day.region = ${region} AND business_on = ${businessOn}`.execute(db);
  return rows[0];
}

/** Every closed day, in the order in which each region closed them. */
export async function allClosedDays(db: Database): Promise<KeptDay[]> {
  return (await sql<KeptDay>`${kept} ORDER BY closed_day.region, business_on`.execute(db)).rows;
}

/**
 * The business day that a region closes next: the one after the last closed, or the first on which anything was done
 * here, or the one that runs.
 */
export async function nextToClose(
  db: Database,
  region: RegionCode,
  now: number,
): Promise<CalendarDate> {
  const { rows } = await sql<{ last: CalendarDate | null; first: Instant | null }>`
    SELECT (SELECT max(business_on) FROM closed_day WHERE region = ${region}) AS last,
      (SELECT at FROM payment_state_change JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id)
       WHERE region = ${region} AND source <> 'seeded' ORDER BY at LIMIT 1) AS first`.execute(db);
  const { last, first } = rows[0] ?? { last: null, first: null };
  if (last) return businessDaysAfter(last, 1);
  return businessDayOf(regions[region].timeZone, first ?? instantOf(now));
}

import { sql } from 'kysely';
import { businessDayOf, businessDaysAfter } from '#shared/calendar/bank-calendar.ts';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { DayCorrection } from '#shared/contract/reconciliation.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { nameOfDay, type RegionDay } from './day.ts';

const read = sql`
  SELECT correction_id AS "correctionId", business_on AS "businessOn", dated_on AS "datedOn", stage, method_kind AS method,
    amount_cents AS "amountCents", payment_key AS "paymentKey", reason, made_at AS "madeAt", name AS "madeByName"
  FROM day_correction JOIN user_account ON user_id = made_by`;

type Day = Pick<RegionDay, 'region' | 'businessOn'>;

/** As many corrections as a page names. */
const MOST_CORRECTIONS = 200;

/** The corrections about a day, and those dated in it, in the order in which they were made; `most` null for all. */
export async function correctionsOf(
  db: Database,
  { region, businessOn }: Day,
  most: number | null = MOST_CORRECTIONS,
): Promise<DayCorrection[]> {
  const { rows } = await sql`
    ${read} WHERE region = ${region} AND (business_on = ${businessOn} OR dated_on = ${businessOn})
    ORDER BY made_at, correction_id LIMIT ${most}`.execute(db);
  return rows.map(row => DayCorrection.parse(row));
}

export type Correcting = Pick<
  DayCorrection,
  'correctionId' | 'stage' | 'method' | 'amountCents' | 'paymentKey' | 'reason'
>;

/** The day a correction of now counts in: the one that runs, or the first that is open. */
async function openDay(db: Database, { region, businessOn }: Day, now: number) {
  const { rows } = await sql<{ last: CalendarDate; closed: boolean }>`
    SELECT max(business_on) AS last, bool_or(business_on = ${businessOn}) AS closed
    FROM closed_day WHERE region = ${region}`.execute(db);
  if (!rows[0]?.closed) throw new Refused('day_not_closed');
  const today = businessDayOf(regions[region].timeZone, instantOf(now));
  const afterLast = businessDaysAfter(rows[0].last, 1);
  return today > afterLast ? today : afterLast;
}

/** Notes once what turned out to be wrong with a closed day; the day itself stays as it was signed. */
export async function correctDay(
  db: Database,
  day: Day,
  made: Correcting,
  { user, workstationId }: Person,
  now: number,
): Promise<DayCorrection> {
  const { correctionId, stage, method, amountCents, paymentKey, reason } = made;
  if (holdsCardNumber(reason)) throw new Refused('card_in_reason', { field: 'reason' });
  const datedOn = await openDay(db, day, now);
  if (paymentKey) {
    const { rows } = await sql`SELECT FROM payment JOIN guarantor USING (guarantor_id)
      WHERE key = ${paymentKey} AND region = ${day.region}`.execute(db);
    if (rows.length === 0) throw new Refused('payment_not_found');
  }
  await sql`
    INSERT INTO day_correction (correction_id, region, business_on, day, dated_on, stage, method_kind, amount_cents,
      payment_key, reason, made_at, made_by, workstation_id)
    VALUES (${correctionId}, ${day.region}, ${day.businessOn}, ${nameOfDay(day)}, ${datedOn}, ${stage}, ${method},
      ${amountCents}, ${paymentKey}, ${reason}, ${instantOf(now)}, ${user.userId}, ${workstationId})
    ON CONFLICT (correction_id) DO NOTHING`.execute(db);
  const { rows } =
    await sql`${read} WHERE correction_id = ${correctionId} AND region = ${day.region}
    AND business_on = ${day.businessOn} AND reason = ${reason} AND amount_cents = ${amountCents} AND stage = ${stage}
    AND method_kind = ${method} AND payment_key IS NOT DISTINCT FROM ${paymentKey}::uuid`.execute(
      db,
    );
  if (!rows[0]) throw new Refused('key_reused');
  return DayCorrection.parse(rows[0]);
}

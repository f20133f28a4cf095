import { sql } from 'kysely';
import { accountsNeededSince } from '#shared/ach/keep-accounts.ts';
import { type CalendarDate, type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

/** A capture that was given up is deleted with the next one; where none follows, after this long. */
const GIVEN_UP_MS = 86_400_000;

/** Of which region a bank account is: that of whoever paid with it or keeps it for later. */
const regionOf = sql`(
  SELECT region FROM guarantor WHERE guarantor_id IN (
    SELECT guarantor_id FROM payment WHERE bank_token = account.token
    UNION SELECT guarantor_id FROM stored_method WHERE kind = 'ach' AND stored_method.token = account.token)
  LIMIT 1)`;

/**
 * Whether something may still ask for a number: a debit that is not over or ended since, an entry of a bank's
 * file that may come back, money that is to be given back, a worklist, or a method that is kept for payments
 * to come. What else comes to use a token must be named here.
 */
const isNeeded = (since: CalendarDate) => sql`(
  EXISTS (SELECT FROM payment WHERE bank_token = account.token
    AND (state IN ('sent', 'unknown', 'approved', 'originated') OR state_at >= ${since}::date
      OR effective_on >= ${since}::date
      OR EXISTS (SELECT FROM refund WHERE payment_key = key AND state IN ('requested', 'approved', 'sent'))
      OR EXISTS (SELECT FROM ach_exception WHERE payment_key = key AND resolved_at IS NULL)))
  OR EXISTS (SELECT FROM ach_entry WHERE bank_token = account.token AND settles_on >= ${since}::date)
  OR EXISTS (SELECT FROM stored_method AS method WHERE method.kind = 'ach' AND method.token = account.token
    AND (is_kept(method)
      OR EXISTS (SELECT FROM authorisation WHERE authorisation.method_id = method.method_id
        AND (state = 'active' OR state_at >= ${since}::date)))))`;

/** Erases some of a region's numbers that nothing needs any more, in one transaction; gives how many. */
export async function eraseSomeAccounts(
  db: Database,
  { region, today, now }: { region: RegionCode; today: CalendarDate; now: Instant },
  atOnce: number,
): Promise<number> {
  const since = accountsNeededSince(today);
  const { numAffectedRows } = await sql`
    UPDATE bank_account SET account_number_sealed = NULL, erased_at = ${now}
    WHERE token IN (
      SELECT token FROM bank_account AS account
      WHERE erased_at IS NULL AND used_by IS NOT NULL AND kept_at < ${since}::date
        AND ${regionOf} = ${region} AND NOT ${isNeeded(since)}
      ORDER BY token LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** How many numbers of a region were erased after an instant. */
export async function countErased(
  db: Database,
  region: RegionCode,
  after: ReturnType<typeof sql>,
): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    SELECT count(*)::int AS erased FROM bank_account AS account
    WHERE erased_at > ${after} AND ${regionOf} = ${region}`.execute(db);
  return rows[0]?.erased ?? 0;
}

/** Deletes captures that nobody used, of whatever region: they belong to nobody yet. */
export async function deleteGivenUp(db: Database, now: Instant): Promise<void> {
  await db
    .deleteFrom('bank_account')
    .where('expires_at', '<', instantOf(Date.parse(now) - GIVEN_UP_MS))
    .where('used_by', 'is', null)
    .where('standing', '=', false)
    .execute();
}

/** Erases the texts of bank files, which hold numbers too, once all that they name is over. */
export async function eraseFiles(db: Database, today: CalendarDate, now: Instant): Promise<void> {
  const since = accountsNeededSince(today);
  await sql`
    UPDATE ach_file AS file SET sealed = NULL, erased_at = ${now}
    WHERE erased_at IS NULL AND handed_over_at IS NOT NULL AND business_day < ${since}::date
      AND NOT EXISTS (SELECT FROM ach_entry WHERE ach_entry.file_id = file.file_id AND settles_on >= ${since}::date)`.execute(
    db,
  );
  await sql`
    UPDATE ach_received_file SET sealed = NULL, erased_at = ${now}
    WHERE erased_at IS NULL AND received_at < ${since}::date`.execute(db);
}

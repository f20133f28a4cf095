import { type RawBuilder, sql } from 'kysely';
import { assistancePolicy } from '#shared/assistance/policy.ts';
import { screen } from '#shared/assistance/screening.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { dayOfMonth, inMonth } from '#shared/calendar/months.ts';
import { Screening } from '#shared/hardship/screening.ts';
import type { Database } from '../../database/connect.ts';

async function readScreenings(
  db: Database,
  which: RawBuilder<unknown>,
  most: number,
): Promise<Screening[]> {
  const { rows } = await sql`
    SELECT screening_id AS "screeningId", case_id AS "caseId",
      to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
      name AS by, household, confirmed, answers
    FROM screening JOIN user_account ON user_id = made_by
    WHERE ${which} ORDER BY made_at DESC, screening_id DESC LIMIT ${most}`.execute(db);
  return rows.map(row => Screening.parse(row));
}

export async function findScreening(db: Database, id: string): Promise<Screening | undefined> {
  const [found] = await readScreenings(db, sql`screening_id = ${id}`, 1);
  return found;
}

/** What a guarantor's household said last, in whichever case, with what was answered then. */
export async function newestScreening(
  db: Database,
  guarantorId: string,
): Promise<Screening | undefined> {
  const [newest] = await readScreenings(db, sql`guarantor_id = ${guarantorId}`, 1);
  return newest;
}

/** Earlier ones are kept, and no longer shown. */
const MOST_SHOWN = 50;

/** Every version of a guarantor's household, the newest first. */
export function screeningsOf(db: Database, guarantorId: string): Promise<Screening[]> {
  return readScreenings(db, sql`guarantor_id = ${guarantorId}`, MOST_SHOWN);
}

/**
 * Whether the newest screening, if it is no older than an award is valid, has Medical Financial Assistance answer
 * `eligible` by the policy of `today`: then a law may forbid interest (shared/plans/interest-rules.json).
 */
export async function isEligibleForDiscount(
  db: Database,
  guarantorId: string,
  today: CalendarDate,
): Promise<boolean> {
  const newest = await newestScreening(db, guarantorId);
  const policy = newest && assistancePolicy(newest.household.region, today);
  if (!policy) return false;
  const validUntil = inMonth(newest.answers.on, policy.awardMonths, dayOfMonth(newest.answers.on));
  if (today > validUntil) return false;
  const mfa = screen(newest.household, today).find(({ programme }) => programme === 'mfa');
  return mfa?.answer === 'eligible';
}

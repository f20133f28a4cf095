import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { dayOfMonth, inMonth } from '#shared/calendar/months.ts';
import type { Qualifies } from '#shared/plans/qualifies.ts';
import type { Database } from '../database/connect.ts';
import { isEligibleForDiscount, newestScreening } from '../hardship/screening/read-screening.ts';

/** After a year a household may be another one. */
const SCREENING_MONTHS = 12;

async function hasAward(db: Database, guarantorId: string, today: CalendarDate): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM assistance_determination JOIN assistance_application USING (application_id)
    WHERE guarantor_id = ${guarantorId} AND outcome = 'awarded' AND valid_until >= ${today}`.execute(
    db,
  );
  return rows.length > 0;
}

async function saysNo(db: Database, guarantorId: string, today: CalendarDate): Promise<boolean> {
  const answers = (await newestScreening(db, guarantorId))?.answers;
  if (!answers) return false;
  const mfa = answers.results.find(each => each.programme === 'mfa');
  const goodUntil = inMonth(answers.on, SCREENING_MONTHS, dayOfMonth(answers.on));
  return mfa?.answer === 'not_eligible' && today <= goodUntil;
}

/** What an award, and the newest screening, say on a day. */
export async function qualifies(
  db: Database,
  guarantorId: string,
  today: CalendarDate,
): Promise<Qualifies> {
  if (await hasAward(db, guarantorId, today)) return 'yes';
  if (await isEligibleForDiscount(db, guarantorId, today)) return 'yes';
  return (await saysNo(db, guarantorId, today)) ? 'no' : 'unknown';
}

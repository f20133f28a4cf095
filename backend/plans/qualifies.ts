import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';

/** Whether somebody qualifies for discount payment or charity care, as far as it is known. */
export type Qualifies = 'yes' | 'no' | 'unknown';

async function hasAward(db: Database, guarantorId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM assistance_application
    WHERE guarantor_id = ${guarantorId} AND programme = 'mfa' AND state = 'awarded'`.execute(db);
  return rows.length > 0;
}

/** What an award, and the newest screening, say about it on a day. */
export async function qualifies(
  db: Database,
  guarantorId: string,
  _today: CalendarDate,
): Promise<Qualifies> {
  return (await hasAward(db, guarantorId)) ? 'yes' : 'unknown';
}

import { sql } from 'kysely';
import { dateIn, type Instant } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

/**
 * Whether a notice may leave: something of it is open whose clock runs, and the words it has are of today, because
 * they name the day 30 days on. Otherwise it is withdrawn, and ordered anew by the run when it is due again.
 */
export async function isStillToNotice(
  trx: Database,
  { letterId, region }: { letterId: string; region: RegionCode },
  now: Instant,
): Promise<boolean> {
  const { timeZone } = regions[region];
  const today = dateIn(timeZone, now);
  const { rows } = await sql`
    SELECT FROM letter JOIN collections_notice_charge AS noticed ON noticed.notice_id = collections_notice_id
      JOIN charge USING (charge_id)
    WHERE letter_id = ${letterId} AND open_cents > 0
      AND (written_at IS NULL OR (written_at AT TIME ZONE ${timeZone})::date = ${today}::date)
      AND collections_days(charge_id, ${timeZone}, ${today}::date - 1, ${today}::date) = 1`.execute(
    trx,
  );
  return rows.length > 0;
}

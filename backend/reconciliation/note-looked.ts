import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { nameOfDay, type RegionDay } from './day.ts';

/** A page that shows the same payments again is the same look. */
const ONE_LOOK_MS = 15 * 60_000;

/** Keeps whose payments were named to somebody in a day's differences (45 CFR 164.312(b)). */
export async function noteLooked(
  db: Database,
  { user, workstationId }: Person,
  day: Pick<RegionDay, 'region' | 'businessOn'>,
  guarantorIds: readonly string[],
  now: number,
): Promise<void> {
  if (guarantorIds.length === 0) return;
  await sql`
    INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id, reason)
    SELECT gen_random_uuid(), ${instantOf(now)}::timestamptz, ${user.userId}::text, ${workstationId}::uuid,
      'payment_listed', guarantor_id, ${`reconciliation of ${nameOfDay(day)}`}::text
    FROM unnest(${guarantorIds}::text[]) AS seen (guarantor_id)
    WHERE NOT EXISTS (
      SELECT FROM access_event AS earlier
      WHERE earlier.user_id = ${user.userId} AND earlier.action = 'payment_listed'
        AND earlier.guarantor_id = seen.guarantor_id AND earlier.at > ${instantOf(now - ONE_LOOK_MS)})`.execute(
    db,
  );
}

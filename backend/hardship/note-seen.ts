import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** A screen that reads again every few seconds is one look an hour. */
const ONE_LOOK_MS = 3_600_000;

/** Keeps that a counselor saw names on the list of cases, or read one of them (45 CFR 164.312(b)). */
export async function noteSeen(
  db: Database,
  person: Person,
  action: 'case_listed' | 'case_read',
  seen: readonly { readonly guarantorId: string }[],
  now: number,
): Promise<void> {
  const guarantors = [...new Set(seen.map(each => each.guarantorId))];
  if (guarantors.length === 0) return;
  const { user, workstationId } = person;
  await sql`
    INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id)
    SELECT gen_random_uuid(), ${instantOf(now)}, ${user.userId}, ${workstationId}, ${action}, guarantor_id
    FROM unnest(${guarantors}::text[]) AS seen (guarantor_id)
    WHERE NOT EXISTS (
      SELECT FROM access_event AS earlier
      WHERE earlier.user_id = ${user.userId} AND earlier.action = ${action}
        AND earlier.guarantor_id = seen.guarantor_id AND earlier.at > ${instantOf(now - ONE_LOOK_MS)})`.execute(
    db,
  );
}

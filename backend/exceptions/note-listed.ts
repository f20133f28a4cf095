import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** A list that a screen reads again every few seconds is one look an hour. */
const ONE_LOOK_MS = 3_600_000;

/** Keeps that a supervisor saw the names on a list of exceptions (45 CFR 164.312(b)). */
export async function noteListed(
  db: Database,
  person: Person,
  listed: readonly { guarantorId: string }[],
  now: number,
): Promise<void> {
  const guarantors = [...new Set(listed.map(each => each.guarantorId))];
  if (guarantors.length === 0) return;
  await sql`
    INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id)
    SELECT gen_random_uuid(), ${instantOf(now)}, ${person.user.userId}, ${person.workstationId},
      'exception_listed', guarantor_id
    FROM unnest(${guarantors}::text[]) AS seen (guarantor_id)
    WHERE NOT EXISTS (
      SELECT FROM access_event AS earlier
      WHERE earlier.user_id = ${person.user.userId} AND earlier.action = 'exception_listed'
        AND earlier.guarantor_id = seen.guarantor_id AND earlier.at > ${instantOf(now - ONE_LOOK_MS)})`.execute(
    db,
  );
}

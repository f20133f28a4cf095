import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { FloorDay } from '#shared/contract/floor.ts';
import type { Database } from '../database/connect.ts';
import type { FloorScope } from './zone.ts';

export type PromisesDue = FloorDay['promises'] & { readonly day: CalendarDate };

/** The promises of each day, as `evaluatePromises` has decided of them; those that a later one replaced are left out. */
export async function promisesDue(
  db: Database,
  { scope, from, to }: FloorScope,
): Promise<readonly PromisesDue[]> {
  const { rows } = await sql<PromisesDue>`
    SELECT promised_on AS day, count(kept_on)::int AS kept, count(broken_on)::int AS broken,
      count(*) FILTER (WHERE kept_on IS NULL AND broken_on IS NULL)::int AS open
    FROM promise_to_pay JOIN guarantor USING (guarantor_id)
    WHERE promised_on BETWEEN ${from} AND ${to} AND replaced_by IS NULL AND region = ANY (${scope})
    GROUP BY promised_on`.execute(db);
  return rows;
}

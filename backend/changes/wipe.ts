import { v7 as uuidv7 } from 'uuid';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** Keeps the order to forget, by whom and why; what the workstation pulled before it goes on no more. */
export async function orderWipe(
  db: Database,
  person: Person,
  workstationId: string,
  reason: string,
  now: number,
): Promise<Instant> {
  const orderedAt = instantOf(now);
  const known = await db
    .selectFrom('workstation')
    .select('workstation_id')
    .where('workstation_id', '=', workstationId)
    .executeTakeFirst();
  if (!known) throw new Refused('not_found');
  await db
    .insertInto('workstation_wipe')
    .values({
      wipe_id: uuidv7(),
      workstation_id: workstationId,
      ordered_by: person.user.userId,
      ordered_at: orderedAt,
      reason,
    })
    .execute();
  return orderedAt;
}

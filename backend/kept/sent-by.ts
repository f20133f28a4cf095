import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Caller } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** Somebody who works on calls, and where. */
export interface Sender {
  readonly userId: string;
  readonly regions: readonly RegionCode[];
}

async function signedInThere(
  db: Database,
  userId: string,
  workstationId: string,
): Promise<Sender | undefined> {
  const user = await db
    .selectFrom('user_account')
    .select(['user_id as userId', 'regions'])
    .where('user_id', '=', userId)
    .where('role', 'in', ['representative', 'counselor'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sign_in_event')
          .select('event_id')
          .where('sign_in_event.user_id', '=', userId)
          .where('sign_in_event.workstation_id', '=', workstationId)
          .where('kind', '=', 'sign_in')
          .where('outcome', '=', 'succeeded'),
      ),
    )
    .executeTakeFirst();
  return user;
}

/**
 * In whose name something is sent. A person speaks for nobody else; a workstation alone for whoever was
 * signed in on it once, and for nobody who never was.
 */
export async function sentBy(db: Database, caller: Caller, userId: string): Promise<Sender> {
  if (caller.role === 'workstation') {
    const user = await signedInThere(db, userId, caller.workstationId);
    if (!user) throw new Refused('not_allowed', { field: 'userId' });
    return user;
  }
  if (caller.user.userId !== userId) throw new Refused('not_allowed', { field: 'userId' });
  return caller.user;
}

import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import { standsUntilDone } from '#shared/exceptions/exception-kind.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { endThing, lockThing } from './end-of-thing.ts';
import { lockedCase, refuseTaken } from './found-case.ts';

/**
 * Puts an end to an exception with a person's reason; what somebody else has is theirs. What ends with the thing
 * itself is refused: an outcome has to be known, money to be somebody's, a record to be unlocked.
 */
export async function resolveCase(
  trx: Database,
  caseId: string,
  person: Person,
  reason: string,
  now: number,
): Promise<void> {
  if (holdsCardNumber(reason)) throw new Refused('card_in_reason', { field: 'reason' });
  await lockThing(trx, caseId);
  const found = await lockedCase(trx, caseId, person);
  refuseTaken(found, person);
  if (standsUntilDone(found.kind)) throw new Refused('exception_stands');
  const at = instantOf(now);
  const { rows } = await sql<{ at: string }>`
    UPDATE exception_case SET resolved_at = greatest(${at}::timestamptz, opened_at), resolved_why = 'by_person',
      resolved_by = ${person.user.userId}, resolution = ${reason}
    WHERE case_id = ${caseId} RETURNING resolved_at AS at`.execute(trx);
  await sql`
    INSERT INTO exception_event (case_id, at, kind, user_id, workstation_id, about, reason)
    VALUES (${caseId}, ${rows[0]?.at}, 'resolved', ${person.user.userId}, ${person.workstationId}, 'by_person',
      ${reason})`.execute(trx);
  await endThing(trx, found, person, reason, now);
}

import { sql } from 'kysely';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { type EventToNote, noteCaseEvent } from './note-event.ts';

/** An open case of a person's regions, locked: who has it now. */
export async function lockCase(
  trx: Database,
  { user }: Person,
  caseId: string,
): Promise<{ readonly owner: string | null; readonly heldBy: string | null }> {
  const { rows } = await sql<{ owner: string | null; heldBy: string | null; isClosed: boolean }>`
    SELECT owner, closed_at IS NOT NULL AS "isClosed",
      (SELECT name FROM user_account WHERE user_id = owner) AS "heldBy"
    FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${user.regions}) FOR UPDATE OF hardship_case`.execute(
    trx,
  );
  const [found] = rows;
  if (!found) throw new Refused('case_not_found');
  if (found.isClosed) throw new Refused('case_closed');
  return found;
}

/** Gives a locked case to somebody, or to nobody, and notes who did it. */
export async function giveCase(
  trx: Database,
  caseId: string,
  to: string | null,
  now: Instant,
  { user: { userId }, workstationId }: Person,
  event: Pick<EventToNote, 'kind' | 'detail'> = { kind: 'taken' },
): Promise<void> {
  const ownedAt = to === null ? null : now;
  await sql`UPDATE hardship_case SET owner = ${to}, owned_at = ${ownedAt} WHERE case_id = ${caseId}`.execute(
    trx,
  );
  await noteCaseEvent(trx, { caseId, userId, workstationId, now, ...event });
}

async function lockUnlessTaken(
  trx: Database,
  person: Person,
  caseId: string,
): Promise<'yours' | 'nobodys'> {
  const { owner, heldBy } = await lockCase(trx, person, caseId);
  if (owner === null) return 'nobodys';
  if (owner === person.user.userId) return 'yours';
  throw new Refused('case_taken', heldBy === null ? {} : { heldBy });
}

/** Gives a case to a person, unless a colleague has it. Again changes nothing. */
export async function takeCase(trx: Database, person: Person, caseId: string, now: number) {
  if ((await lockUnlessTaken(trx, person, caseId)) === 'yours') return;
  await giveCase(trx, caseId, person.user.userId, instantOf(now), person);
}

/** Lets go of what a person has, so that a colleague may take it. Again changes nothing. */
export async function putBackCase(trx: Database, person: Person, caseId: string, now: number) {
  if ((await lockUnlessTaken(trx, person, caseId)) === 'nobodys') return;
  await giveCase(trx, caseId, null, instantOf(now), person, { kind: 'put_back' });
}

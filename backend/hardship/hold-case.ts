import { sql } from 'kysely';
import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { noteCaseEvent } from './note-event.ts';
import { readCase } from './read-case.ts';

/** An open case of a person's regions, locked: who has it now. */
async function lockCase(
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

function refuseTaken(heldBy: string | null): never {
  throw new Refused('case_taken', heldBy === null ? {} : { heldBy });
}

/** Makes a locked case a person's own, and notes it. */
export async function giveCase(
  trx: Database,
  caseId: string,
  { user: { userId }, workstationId }: Person,
  now: Instant,
): Promise<void> {
  await sql`UPDATE hardship_case SET owner = ${userId}, owned_at = ${now} WHERE case_id = ${caseId}`.execute(
    trx,
  );
  await noteCaseEvent(trx, { caseId, kind: 'taken', userId, workstationId, now });
}

/** Gives a case to a person, unless a colleague has it; to whom has it already, as it was. */
export async function takeCase(
  db: Database,
  caseId: string,
  person: Person,
  now: number,
): Promise<HardshipCase> {
  return db.transaction().execute(async trx => {
    const { userId } = person.user;
    const { owner, heldBy } = await lockCase(trx, person, caseId);
    if (owner !== null && owner !== userId) refuseTaken(heldBy);
    if (owner === null) await giveCase(trx, caseId, person, instantOf(now));
    return readCase(trx, caseId, person, now);
  });
}

/** Lets go of what a person has, so that a colleague may take it. */
export async function putBackCase(
  db: Database,
  caseId: string,
  person: Person,
  now: number,
): Promise<HardshipCase> {
  return db.transaction().execute(async trx => {
    const { userId } = person.user;
    const { owner, heldBy } = await lockCase(trx, person, caseId);
    if (owner !== null && owner !== userId) refuseTaken(heldBy);
    if (owner !== null) {
      const by = { userId, workstationId: person.workstationId, now: instantOf(now) };
      await sql`UPDATE hardship_case SET owner = NULL, owned_at = NULL WHERE case_id = ${caseId}`.execute(
        trx,
      );
      await noteCaseEvent(trx, { caseId, kind: 'put_back', ...by });
    }
    return readCase(trx, caseId, person, now);
  });
}

import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import type { CaseRow } from './case-rows.ts';
import { foundCase, lockedCase, refuseTaken } from './found-case.ts';

interface Colleague {
  readonly userId: string;
  readonly name: string;
}

interface Giving {
  readonly kind: 'taken' | 'put_back' | 'handed_over';
  readonly to: string | null;
  readonly note?: string;
}

async function give(
  trx: Database,
  caseId: string,
  { user, workstationId }: Person,
  { kind, to, note }: Giving,
  now: number,
): Promise<void> {
  const at = instantOf(now);
  await sql`
    UPDATE exception_case SET owner = ${to}, owned_at = ${to === null ? null : at} WHERE case_id = ${caseId}`.execute(
    trx,
  );
  await sql`
    INSERT INTO exception_event (case_id, at, kind, user_id, workstation_id, about, reason)
    VALUES (${caseId}, ${at}, ${kind}, ${user.userId}, ${workstationId},
      ${kind === 'handed_over' ? to : null}, ${note ?? null})`.execute(trx);
}

/** Gives an exception to a person, unless a colleague has it. Again changes nothing. */
export async function takeCase(trx: Database, caseId: string, person: Person, now: number) {
  const found = await lockedCase(trx, caseId, person);
  refuseTaken(found, person);
  if (found.owner !== null) return;
  await give(trx, caseId, person, { kind: 'taken', to: person.user.userId }, now);
}

/** Lets go of what a person has. Again changes nothing. */
export async function putBackCase(trx: Database, caseId: string, person: Person, now: number) {
  const found = await lockedCase(trx, caseId, person);
  refuseTaken(found, person);
  if (found.owner === null) return;
  await give(trx, caseId, person, { kind: 'put_back', to: null }, now);
}

async function colleaguesFor(db: Database, { region, owner }: CaseRow): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    SELECT user_id AS "userId", name FROM user_account
    WHERE role = 'supervisor' AND (${region}::text IS NULL OR ${region} = ANY (regions))
      AND user_id IS DISTINCT FROM ${owner}
    ORDER BY name, user_id`.execute(db);
  return rows;
}

/** Who may have an exception instead of whoever has it. */
export async function colleaguesOf(
  db: Database,
  caseId: string,
  person: Person,
): Promise<Colleague[]> {
  return colleaguesFor(db, await foundCase(db, caseId, person));
}

/**
 * Gives an exception to a supervisor of its region, whoever has it: one's own to a colleague, or a colleague's who is
 * away to oneself. The reason stays in its history. To whom it belongs already changes nothing.
 */
export async function handOverCase(
  trx: Database,
  caseId: string,
  person: Person,
  { to, note }: { readonly to: string; readonly note: string },
  now: number,
): Promise<void> {
  if (holdsCardNumber(note)) throw new Refused('card_in_reason', { field: 'note' });
  const found = await lockedCase(trx, caseId, person);
  if (found.owner === to) return;
  const colleagues = await colleaguesFor(trx, found);
  if (!colleagues.some(({ userId }) => userId === to)) {
    throw new Refused('colleague_not_found', { field: 'to' });
  }
  await give(trx, caseId, person, { kind: 'handed_over', to, note }, now);
}

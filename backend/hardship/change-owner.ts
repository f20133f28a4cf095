import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { ownCase } from './about-case.ts';
import { giveCase, lockCase } from './hold-case.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/** The other counselors of a region. */
async function colleaguesIn(
  db: Database,
  region: RegionCode,
  { user }: Person,
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    SELECT user_id AS "userId", name FROM user_account
    WHERE role = 'counselor' AND ${region} = ANY (regions) AND user_id <> ${user.userId} ORDER BY name, user_id`.execute(
    db,
  );
  return rows;
}

/** To whom a case may be handed over. */
export async function colleaguesOf(
  db: Database,
  caseId: string,
  person: Person,
): Promise<Colleague[]> {
  const { rows } = await sql<{ region: RegionCode }>`
    SELECT region FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${person.user.regions})`.execute(db);
  const [found] = rows;
  if (!found) throw new Refused('case_not_found');
  return colleaguesIn(db, found.region, person);
}

/** Takes a case although a colleague has it, who is on vacation or ill; the reason stays in its history. */
export async function takeOver(
  trx: Database,
  person: Person,
  caseId: string,
  reason: string,
  nowMs: number,
): Promise<void> {
  refuseCardNumber(reason, 'reason');
  const { owner, heldBy } = await lockCase(trx, person, caseId);
  if (owner === person.user.userId) return;
  const now = instantOf(nowMs);
  if (owner === null) return giveCase(trx, caseId, person.user.userId, now, person);
  const event = { kind: 'taken_over', detail: { from: heldBy, reason } };
  return giveCase(trx, caseId, person.user.userId, now, person, event);
}

/** Gives a case of one's own to a colleague of its region. */
export async function handOver(
  trx: Database,
  person: Person,
  caseId: string,
  { to, note }: { readonly to: string; readonly note: string },
  nowMs: number,
): Promise<void> {
  refuseCardNumber(note, 'note');
  if ((await lockCase(trx, person, caseId)).owner === to) return;
  const { region, now } = await ownCase(trx, person, caseId, nowMs);
  const colleague = (await colleaguesIn(trx, region, person)).find(each => each.userId === to);
  if (!colleague) throw new Refused('colleague_not_found', { field: 'to' });
  const event = { kind: 'handed_over', detail: { to: colleague.name, note } };
  await giveCase(trx, caseId, to, now, person, event);
}

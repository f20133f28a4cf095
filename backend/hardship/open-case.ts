import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { CaseToOpen } from '#shared/contract/hardship-cases.ts';
import type { HardshipCase } from '#shared/hardship/case.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { giveCase } from './hold-case.ts';
import { noteCaseEvent } from './note-event.ts';
import { openCaseOf } from './open-item.ts';
import { readCase } from './read-case.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

/** Opens a case for a patient's guarantor and gives it to whoever opened it; gives the open one where there is one. */
export async function openCase(
  db: Database,
  { mrn, reason }: CaseToOpen,
  person: Person,
  now: number,
): Promise<HardshipCase> {
  refuseCardNumber(reason, 'reason');
  return db.transaction().execute(async trx => {
    const { user, workstationId } = person;
    const { rows } = await sql<{ guarantorId: string }>`
      SELECT guarantor_id AS "guarantorId" FROM patient JOIN guarantor USING (guarantor_id)
      WHERE mrn = ${mrn} AND region = ANY (${user.regions})`.execute(trx);
    const [patient] = rows;
    if (!patient) throw new Refused('patient_not_found', { field: 'mrn' });
    const at = instantOf(now);
    const { caseId, isNew } = await openCaseOf(trx, patient.guarantorId, at);
    if (!isNew) return readCase(trx, caseId, person, now);
    const by = { userId: user.userId, workstationId, now: at };
    await noteCaseEvent(trx, { caseId, kind: 'opened', detail: { reason }, ...by });
    await giveCase(trx, caseId, user.userId, at, person);
    return readCase(trx, caseId, person, now);
  });
}

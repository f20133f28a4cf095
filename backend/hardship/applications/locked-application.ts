import { sql } from 'kysely';
import type { ApplicantStatement, AssistanceApplication } from '#shared/assistance/application.ts';
import type { ApplicationState } from '#shared/assistance/application-states.ts';
import type { Household } from '#shared/assistance/screening.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { type AboutCase, ownCase } from '../about-case.ts';

/** An application as its row has it. */
export interface ApplicationRow {
  readonly applicationId: string;
  readonly guarantorId: AssistanceApplication['guarantorId'];
  readonly caseId: string;
  readonly state: ApplicationState;
  readonly begunBy: string;
  readonly household: Household;
  readonly statement: ApplicantStatement | null;
  readonly submittedOn: CalendarDate | null;
  readonly submittedBy: string | null;
  readonly documentsBy: CalendarDate | null;
  readonly decideBy: CalendarDate | null;
  readonly appealNote: string | null;
  readonly closingNote: string | null;
}

const applicationColumns = sql`application_id AS "applicationId",
  assistance_application.guarantor_id AS "guarantorId", case_id AS "caseId", assistance_application.state,
  begun_by AS "begunBy", household, statement, submitted_on AS "submittedOn", submitted_by AS "submittedBy",
  documents_by AS "documentsBy", decide_by AS "decideBy", appeal_note AS "appealNote",
  closing_note AS "closingNote"`;

/** An application of a guarantor, locked until the transaction ends. */
export async function lockApplication(
  trx: Database,
  applicationId: string,
  guarantorId: string,
): Promise<ApplicationRow> {
  const { rows } = await sql<ApplicationRow>`
    SELECT ${applicationColumns} FROM assistance_application
    WHERE application_id = ${applicationId} AND guarantor_id = ${guarantorId} AND case_id IS NOT NULL
    FOR UPDATE`.execute(trx);
  const [found] = rows;
  if (!found) throw new Refused('application_not_found');
  return found;
}

/** What a counselor works on: an application in a case of theirs, which is its case from now on. */
export async function applicationInOwnCase(
  trx: Database,
  person: Person,
  { caseId, applicationId }: { readonly caseId: string; readonly applicationId: string },
  nowMs: number,
): Promise<{ readonly about: AboutCase; readonly application: ApplicationRow }> {
  const about = await ownCase(trx, person, caseId, nowMs);
  const application = await lockApplication(trx, applicationId, about.guarantorId);
  if (application.caseId !== caseId) {
    await sql`UPDATE assistance_application SET case_id = ${caseId} WHERE application_id = ${applicationId}`.execute(
      trx,
    );
  }
  return { about, application: { ...application, caseId } };
}

import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { type AboutCase, ownCase } from '../about-case.ts';
import { takesDocuments } from './read-documents.ts';

/** An application that still takes documents, of a case that this person has, locked with that case. */
export async function ownApplication(
  trx: Database,
  person: Person,
  applicationId: string,
  nowMs: number,
): Promise<AboutCase> {
  const { rows } = await sql<{ caseId: string }>`
    SELECT case_id AS "caseId" FROM assistance_application JOIN guarantor USING (guarantor_id)
    WHERE application_id = ${applicationId} AND case_id IS NOT NULL AND region = ANY (${person.user.regions})`.execute(
    trx,
  );
  if (!rows[0]) throw new Refused('application_not_found');
  const about = await ownCase(trx, person, rows[0].caseId, nowMs);
  const { rows: locked } = await sql<{ state: string }>`
    SELECT state FROM assistance_application WHERE application_id = ${applicationId} FOR UPDATE`.execute(
    trx,
  );
  if (!takesDocuments(locked[0]?.state ?? '')) throw new Refused('application_closed');
  return about;
}

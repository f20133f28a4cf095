import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import type { AboutCase } from '../about-case.ts';
import { applicationInOwnCase } from '../applications/locked-application.ts';
import { takesDocuments } from './read-documents.ts';

/** An application that still takes documents, in the open case of its guarantor, which this person has; both locked. */
export async function ownApplication(
  trx: Database,
  person: Person,
  applicationId: string,
  nowMs: number,
): Promise<AboutCase> {
  const { rows } = await sql<{ caseId: string }>`
    SELECT coalesce((SELECT case_id FROM hardship_case WHERE closed_at IS NULL
      AND hardship_case.guarantor_id = guarantor.guarantor_id), case_id) AS "caseId"
    FROM assistance_application JOIN guarantor USING (guarantor_id)
    WHERE application_id = ${applicationId} AND case_id IS NOT NULL AND region = ANY (${person.user.regions})`.execute(
    trx,
  );
  const [found] = rows;
  if (!found) throw new Refused('application_not_found');
  const inCase = { caseId: found.caseId, applicationId };
  const { about, application } = await applicationInOwnCase(trx, person, inCase, nowMs);
  if (!takesDocuments(application.state)) throw new Refused('application_closed');
  return about;
}

import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { type AboutCase, ownCase } from '../about-case.ts';
import { newestScreening } from '../screening/read-screening.ts';
import { applicationHappened } from './events.ts';

/** The award of this guarantor that ended last or will end, which a new application renews. */
async function lastAwarded(trx: Database, guarantorId: string): Promise<string | null> {
  const { rows } = await sql<{ applicationId: string }>`
    SELECT application_id AS "applicationId" FROM assistance_application
    WHERE guarantor_id = ${guarantorId} AND state = 'awarded' ORDER BY state_at DESC LIMIT 1`.execute(
    trx,
  );
  return rows[0]?.applicationId ?? null;
}

async function write(trx: Database, applicationId: string, about: AboutCase): Promise<void> {
  const { caseId, guarantorId, userId, workstationId, today, now } = about;
  const screening = await newestScreening(trx, guarantorId);
  if (!screening) throw new Refused('screening_missing');
  const renews = await lastAwarded(trx, guarantorId);
  const { rows } = await sql`
    INSERT INTO assistance_application (application_id, guarantor_id, programme, opened_on, case_id, state, state_on, state_at,
      begun_at, begun_by, household, renews)
    VALUES (${applicationId}, ${guarantorId}, 'mfa', ${today}, ${caseId}, 'draft', ${today}, ${now}, ${now}, ${userId},
      ${JSON.stringify(screening.household)}, ${renews})
    ON CONFLICT (guarantor_id) WHERE state IN ('draft', 'waiting_for_documents', 'in_review', 'appealed') DO NOTHING
    RETURNING application_id`.execute(trx);
  if (rows.length === 0) throw new Refused('application_exists');
  const who = { applicationId, guarantorId, caseId, userId, workstationId, now };
  await applicationHappened(trx, { happening: 'begun', ...who, detail: renews ? { renews } : {} });
  // One of the last award's items: whoever begins the next application has seen to it.
  if (renews) {
    await sql`UPDATE hardship_item SET done_at = ${now}, done_by = ${userId}
      WHERE kind = 'renewal' AND about = ${renews} AND done_at IS NULL`.execute(trx);
  }
}

/** Begins an application in a counselor's own case, once under its id; a guarantor has one open at a time. */
export function beginApplication(
  db: Database,
  { applicationId, caseId }: { readonly applicationId: string; readonly caseId: string },
  person: Person,
  nowMs: number,
): Promise<void> {
  return db.transaction().execute(async trx => {
    const about = await ownCase(trx, person, caseId, nowMs);
    const { rows } = await sql<{ guarantorId: string }>`
      SELECT guarantor_id AS "guarantorId" FROM assistance_application
      WHERE application_id = ${applicationId}`.execute(trx);
    const [before] = rows;
    if (before && before.guarantorId !== about.guarantorId) throw new Refused('key_reused');
    if (!before) await write(trx, applicationId, about);
  });
}

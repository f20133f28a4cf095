import { sql } from 'kysely';
import { ListedLetter } from '#shared/assistance/assistance-letter.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';

/** The letters about the applications of a case, and whose case it is. */
export async function lettersOfCase(
  db: Database,
  { user }: Person,
  caseId: string,
): Promise<{ readonly guarantorId: string; readonly letters: ListedLetter[] }> {
  const { rows: cases } = await sql<{ guarantorId: string }>`
    SELECT guarantor_id AS "guarantorId" FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${user.regions})`.execute(db);
  if (!cases[0]) throw new Refused('case_not_found');
  const { rows } = await sql`
    SELECT letter_id AS "letterId", about.kind, about.written_at AS "writtenAt", sent_by_way AS by, language,
      sent_at AS "sentAt"
    FROM assistance_letter AS about JOIN assistance_application USING (application_id)
      JOIN letter USING (assistance_letter_id)
    WHERE case_id = ${caseId} ORDER BY about.written_at DESC, letter_id`.execute(db);
  return { ...cases[0], letters: rows.map(row => ListedLetter.parse(row)) };
}

/** Whose letter it is; refused where it is none about assistance, or of another region. */
export async function guarantorOfLetter(
  db: Database,
  { user }: Person,
  letterId: string,
): Promise<string> {
  const { rows } = await sql<{ guarantorId: string }>`
    SELECT guarantor_id AS "guarantorId" FROM letter JOIN guarantor USING (guarantor_id)
    WHERE letter_id = ${letterId} AND assistance_letter_id IS NOT NULL AND region = ANY (${user.regions})`.execute(
    db,
  );
  if (!rows[0]) throw new Refused('letter_not_found');
  return rows[0].guarantorId;
}

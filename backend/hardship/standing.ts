import { sql } from 'kysely';
import { AssistanceStanding } from '#shared/contract/assistance-standing.ts';
import type { Database } from '../database/connect.ts';
import { newestScreening } from './screening/read-screening.ts';

/** What was found about help for a guarantor: the newest screening's answers, and the application that is open. */
export async function assistanceStanding(
  db: Database,
  guarantorId: string,
): Promise<AssistanceStanding> {
  const newest = await newestScreening(db, guarantorId);
  const { rows } = await sql<object>`
    SELECT state, state_on AS since, name AS by
    FROM assistance_application JOIN user_account ON user_id = begun_by
    WHERE guarantor_id = ${guarantorId} AND state IN ('draft', 'waiting_for_documents', 'in_review', 'appealed')`.execute(
    db,
  );
  const screening = newest && {
    on: newest.answers.on,
    by: newest.by,
    answers: newest.answers.results,
  };
  return AssistanceStanding.parse({
    screening: screening ?? null,
    application: rows[0] ?? null,
  });
}

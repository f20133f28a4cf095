import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { AssistanceLetter } from '#shared/assistance/assistance-letter.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';
import { noteCaseEvent } from '../note-event.ts';

export interface AssistanceLetterToWrite {
  readonly applicationId: string;
  readonly now: Instant;
  readonly letter: AssistanceLetter;
}

/**
 * Writes a letter about an application, in the transaction in which it happens: from then on it is in the outbox, and
 * leaves in the guarantor's language by e-mail where they agreed to that, else by post. Gives its id.
 */
export async function writeAssistanceLetter(
  trx: Database,
  { applicationId, now, letter }: AssistanceLetterToWrite,
): Promise<string> {
  const facts = AssistanceLetter.parse(letter);
  const id = randomUUID();
  await sql`
    INSERT INTO assistance_letter (assistance_letter_id, application_id, kind, facts, written_at)
    VALUES (${id}, ${applicationId}, ${facts.kind}, ${JSON.stringify(facts)}, ${now})`.execute(trx);
  const { rows } = await sql<{ caseId: string | null }>`
    SELECT case_id AS "caseId" FROM assistance_application
    WHERE application_id = ${applicationId}`.execute(trx);
  const caseId = rows[0]?.caseId;
  const event = { kind: 'letter_written', about: applicationId, detail: { letter: facts.kind } };
  if (caseId) await noteCaseEvent(trx, { caseId, now, ...event });
  return id;
}

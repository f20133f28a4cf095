import { sql } from 'kysely';
import { AssistanceLetter } from '#shared/assistance/assistance-letter.ts';
import type { DocumentRefusal } from '#shared/assistance/document.ts';
import type { Database } from '../../database/connect.ts';

/** That an application is in, with what is still to be sent. */
export async function receivedLetter(
  trx: Database,
  applicationId: string,
): Promise<AssistanceLetter> {
  const { rows } = await sql`
    SELECT 'received' AS kind, submitted_on AS "receivedOn", documents_by AS "documentsBy", decide_by AS "decideBy",
      (SELECT coalesce(jsonb_agg(kind ORDER BY array_position(ARRAY['identity', 'income', 'address'], kind)), '[]')
        FROM application_requirement AS asked
        WHERE asked.application_id = application.application_id AND asked.state IN ('missing', 'refused')) AS asked
    FROM assistance_application AS application WHERE application_id = ${applicationId}`.execute(
    trx,
  );
  const letter = AssistanceLetter.parse(rows[0]);
  if (letter.kind !== 'received' || letter.asked.length > 0) return letter;
  return { ...letter, documentsBy: null };
}

interface AskedAgain {
  readonly kinds: unknown;
  readonly reason: DocumentRefusal | null;
  readonly note: string | null;
}

/** That a document did not do, and by when another one is waited for. */
export async function askedLetter(
  trx: Database,
  applicationId: string,
  { kinds, reason, note }: AskedAgain,
): Promise<AssistanceLetter> {
  const { rows } = await sql<{ documentsBy: string | null }>`
    SELECT documents_by AS "documentsBy" FROM assistance_application
    WHERE application_id = ${applicationId}`.execute(trx);
  return AssistanceLetter.parse({ kind: 'asked', asked: kinds, reason, note, ...rows[0] });
}

/** That an award runs out. */
export async function renewalLetter(
  trx: Database,
  applicationId: string,
): Promise<AssistanceLetter | undefined> {
  const { rows } = await sql`
    SELECT 'renewal' AS kind, percent, decided_on AS "validFrom", valid_until AS "validUntil"
    FROM assistance_determination WHERE application_id = ${applicationId} AND outcome = 'awarded'
    ORDER BY number DESC LIMIT 1`.execute(trx);
  return rows[0] === undefined ? undefined : AssistanceLetter.parse(rows[0]);
}

import { sql } from 'kysely';
import type { AssistanceDocument, DocumentRefusal } from '#shared/assistance/document.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { noteCaseEvent } from '../note-event.ts';
import { ownApplication } from './own-application.ts';
import { findDocument } from './read-documents.ts';
import { askAgain } from './settle-by-documents.ts';

interface Why {
  readonly reason: DocumentRefusal;
  readonly note: string | null;
}

/** Says why a document of one's own case does not count. Said before, the same is answered alike. */
export function refuseDocument(
  db: Database,
  person: Person,
  documentId: string,
  { reason, note }: Why,
  nowMs: number,
): Promise<AssistanceDocument> {
  return db.transaction().execute(async trx => {
    const document = await findDocument(trx, documentId);
    if (!document) throw new Refused('document_not_found');
    const { applicationId, kind } = document;
    const about = await ownApplication(trx, person, applicationId, nowMs).catch(failure => {
      // Of another region: whether there is such a document is not theirs to know.
      const isHidden = failure instanceof Refused && failure.code === 'application_not_found';
      throw isHidden ? new Refused('document_not_found') : failure;
    });
    const { caseId, now, userId, workstationId } = about;
    const { numAffectedRows } = await sql`
      UPDATE application_document
      SET refused_at = ${now}, refused_by = ${userId}, refused_why = ${reason}, refused_note = ${note}
      WHERE document_id = ${documentId} AND refused_at IS NULL`.execute(trx);
    const refused = await findDocument(trx, documentId);
    if (!refused) throw new Refused('document_not_found');
    if (numAffectedRows === 0n) {
      const isSame = refused.refused?.reason === reason && refused.refused.note === note;
      if (!isSame) throw new Refused('key_reused');
      return refused;
    }
    const event = { kind: 'document_refused', about: applicationId, detail: { kind, reason } };
    await noteCaseEvent(trx, { caseId, now, userId, workstationId, ...event });
    await askAgain(trx, { applicationId, kind, reason, note }, about);
    return refused;
  });
}

import { sql } from 'kysely';
import { type AssistanceDocument, DOCUMENTS_AT_MOST } from '#shared/assistance/document.ts';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { type DocumentVault, pieceKey } from '../../vault/document-vault.ts';
import type { AboutCase } from '../about-case.ts';
import { noteCaseEvent } from '../note-event.ts';
import { ownApplication } from './own-application.ts';
import { findDocument } from './read-documents.ts';
import type { CameWhole } from './read-file.ts';
import { noteReceived } from './settle-by-documents.ts';

/** A rotation of the vault's keys takes a hundred of these at a time. */
const PIECE_BYTES = 256 * 1024;

/** A document on its way into an application. */
export interface DocumentToKeep {
  readonly applicationId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly file: CameWhole;
}

/** What was kept under this id before: the same is answered alike, anything else is `key_reused`. */
async function keptBefore(
  trx: Database,
  { documentId, applicationId, kind, file }: DocumentToKeep,
): Promise<AssistanceDocument | undefined> {
  const { rows } = await sql<{ same: boolean }>`
    SELECT application_id = ${applicationId} AND kind = ${kind} AND sha256 = ${file.sha256} AS same
    FROM application_document WHERE document_id = ${documentId}`.execute(trx);
  if (!rows[0]) return undefined;
  if (!rows[0].same) throw new Refused('key_reused');
  return findDocument(trx, documentId);
}

async function refuseTooMany(trx: Database, applicationId: string): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM application_document
    WHERE application_id = ${applicationId}`.execute(trx);
  if ((rows[0]?.count ?? 0) >= DOCUMENTS_AT_MOST) throw new Refused('document_too_many');
}

async function insertDocument(trx: Database, document: DocumentToKeep, about: AboutCase) {
  const { documentId, applicationId, kind, fileName, file } = document;
  await sql`
    INSERT INTO application_document (document_id, application_id, kind, file_name, format, size_bytes, sha256,
      needs_password, received_at, received_by, workstation_id)
    VALUES (${documentId}, ${applicationId}, ${kind}, ${fileName}, ${file.format}, ${file.bytes.length},
      ${file.sha256}, ${file.needsPassword}, ${about.now}, ${about.userId}, ${about.workstationId})`.execute(
    trx,
  );
}

async function insertPieces(trx: Database, document: DocumentToKeep, vault: DocumentVault) {
  const { documentId, applicationId, file } = document;
  for (let number = 0; number * PIECE_BYTES < file.bytes.length; number += 1) {
    const piece = file.bytes.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES);
    const key = pieceKey(applicationId, documentId, number);
    await sql`
      INSERT INTO application_document_piece (piece_key, document_id, number, sealed)
      VALUES (${key}, ${documentId}, ${number}, ${vault.seal(key, piece)})`.execute(trx);
  }
}

/** Keeps a document of an application in one's own case, whole or not at all, once under its id. */
export function keepDocument(
  db: Database,
  vault: DocumentVault,
  person: Person,
  document: DocumentToKeep,
  nowMs: number,
): Promise<AssistanceDocument> {
  const { documentId, applicationId, kind } = document;
  return db.transaction().execute(async trx => {
    const about = await ownApplication(trx, person, applicationId, nowMs);
    const before = await keptBefore(trx, document);
    if (before) return before;
    await refuseTooMany(trx, applicationId);
    await insertDocument(trx, document, about);
    await insertPieces(trx, document, vault);
    const { caseId, today, now, userId, workstationId } = about;
    await noteReceived(trx, { applicationId, today, now, userId });
    const who = { userId, workstationId };
    const event = { kind: 'document_received', about: applicationId, detail: { kind } };
    await noteCaseEvent(trx, { caseId, now, ...who, ...event });
    const kept = await findDocument(trx, documentId);
    if (!kept) throw new Error('A document that was kept is not there.');
    return kept;
  });
}

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { type DocumentVault, pieceKey } from '../../vault/document-vault.ts';

/** A document out of the vault, and whose it is; throws where a piece was changed or its key is not here. */
export async function openDocument(
  db: Database,
  vault: DocumentVault,
  { user }: Person,
  documentId: string,
): Promise<{ readonly guarantorId: string; readonly bytes: Buffer }> {
  const { rows } = await sql<{ applicationId: string; guarantorId: string; sha256: Buffer }>`
    SELECT application_id AS "applicationId", guarantor_id AS "guarantorId", sha256
    FROM application_document JOIN assistance_application USING (application_id) JOIN guarantor USING (guarantor_id)
    WHERE document_id = ${documentId} AND region = ANY (${user.regions})`.execute(db);
  const [found] = rows;
  if (!found) throw new Refused('document_not_found');
  const { rows: pieces } = await sql<{ number: number; sealed: Buffer }>`
    SELECT number, sealed FROM application_document_piece
    WHERE document_id = ${documentId} ORDER BY number`.execute(db);
  const bytes = Buffer.concat(
    pieces.map(({ number, sealed }) =>
      vault.open(pieceKey(found.applicationId, documentId, number), sealed),
    ),
  );
  // A piece that is missing breaks no seal of another.
  if (!createHash('sha256').update(bytes).digest().equals(found.sha256)) {
    throw new Error('A document in the vault is not whole any more.');
  }
  return { guarantorId: found.guarantorId, bytes };
}

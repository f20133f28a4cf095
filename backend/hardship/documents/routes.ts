import type { FastifyInstance } from 'fastify';
import { documentName } from '#shared/assistance/document-name.ts';
import { personOf } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { serve } from '../../http/serve.ts';
import type { BackendParts } from '../../server.ts';
import { noteLooked } from '../note-looked.ts';
import { keepDocument } from './keep-document.ts';
import { openDocument } from './open-document.ts';
import { documentsOfCase } from './read-documents.ts';
import { readFile } from './read-file.ts';
import { refuseDocument } from './refuse-document.ts';

/** The name as it was before it was written into a header. */
function namedIn(header: string): string {
  try {
    return documentName(decodeURIComponent(header));
  } catch {
    throw new Refused('bad_request', { field: 'document-name' });
  }
}

/** Documents of applications for assistance. */
export function documentRoutes(
  app: FastifyInstance,
  { db, clock, documentVault }: BackendParts,
): void {
  serve(app, 'keepDocument', async ({ params, headers, body }, caller) => {
    const person = personOf(caller);
    const fileName = namedIn(headers['document-name']);
    // Read to its end whatever it is: whoever is still sending would not hear the answer.
    const file = await readFile(body, headers['document-sha256']);
    const document = { ...params, kind: headers['document-kind'], fileName, file };
    return keepDocument(db, documentVault, person, document, clock());
  });

  serve(app, 'documents', async ({ params }, caller) => {
    const person = personOf(caller);
    const { guarantorId, documents } = await documentsOfCase(db, person, params.caseId, clock());
    if (documents.documents.length > 0) {
      await noteLooked(
        db,
        person,
        { action: 'documents_listed', guarantorId, hourly: true },
        clock(),
      );
    }
    return documents;
  });

  serve(app, 'refuseDocument', ({ params, body }, caller) =>
    refuseDocument(db, personOf(caller), params.documentId, body, clock()),
  );

  serve(app, 'documentContent', async ({ params }, caller) => {
    const person = personOf(caller);
    const { documentId } = params;
    const { guarantorId, bytes } = await openDocument(db, documentVault, person, documentId);
    const looked = { action: 'document_opened', guarantorId, reason: documentId } as const;
    await noteLooked(db, person, looked, clock());
    return bytes;
  });
}

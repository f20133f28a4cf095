import { type DocumentFormat, TakenFormat } from '#shared/assistance/document.ts';
import { documentFormat } from '#shared/assistance/document-format.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { readChosen } from '../documents/read-chosen.ts';
import { createUploads } from '../documents/uploads.ts';
import type { SomeHandlers } from './handlers.ts';

/** A document as it is shown. */
export interface ShownDocument {
  readonly name: string;
  readonly format: DocumentFormat;
  readonly bytes: Buffer;
}

/** Where documents come from and are looked at on this desk. */
export interface DocumentPlaces {
  /** Asks the person for a file; its path, or null when they name none. */
  readonly choose: () => Promise<string | null>;
  /** Shows it where no page of ours gets at it, until it is closed or the desk locks. */
  readonly show: (document: ShownDocument) => Promise<void>;
}

/** Documents of applications for assistance. */
export function documentHandlers(
  desk: DeskParts,
  { choose, show }: DocumentPlaces,
): SomeHandlers<
  'documents.list' | 'documents.add' | 'documents.progress' | 'documents.open' | 'documents.refuse'
> {
  const { backend, session } = desk;
  const uploads = createUploads(desk);
  return {
    'documents.list': ({ caseId }) => backend.ask('documents', { params: { caseId } }),

    async 'documents.add'(what) {
      const path = await choose();
      if (path === null) return { document: null };
      return { document: await uploads.send(await readChosen(path), what) };
    },

    'documents.progress': async () => uploads.onItsWay(),

    async 'documents.open'({ documentId, fileName }) {
      const token = session.token();
      const read = await backend.ask('documentContent', { params: { documentId } });
      const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
      const format = documentFormat(bytes);
      if (!format) throw new Refused('backend_nonsense');
      // Those of before they were refused at the door.
      if (!TakenFormat.safeParse(format).success) throw new Refused('document_not_shown');
      // Whoever asked may have gone or locked while it was on its way.
      if (session.isLocked() || session.token() !== token) throw new Refused('locked');
      await show({ name: fileName, format, bytes });
      return null;
    },

    'documents.refuse': ({ documentId, reason, note }) =>
      backend.ask('refuseDocument', { params: { documentId }, body: { reason, note } }),
  };
}

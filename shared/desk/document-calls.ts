import { z } from 'zod';
import { AssistanceDocument, DocumentRefusal } from '../assistance/document.ts';
import { DocumentKind } from '../assistance/policy.ts';
import { CaseDocuments } from '../contract/documents.ts';
import { call } from './call.ts';

/** A document that is being sent, as far as it has come. */
export const DocumentOnItsWay = z.object({
  applicationId: z.uuid(),
  kind: DocumentKind,
  sentBytes: z.int().min(0),
  sizeBytes: z.int().positive(),
});
export type DocumentOnItsWay = z.infer<typeof DocumentOnItsWay>;

/**
 * Documents of applications for assistance. The page never has a file, nor where it lies: the main process asks for
 * it, sends it, and shows it in a window of its own. Nothing of it stays on this computer.
 */
export const documentCalls = {
  'documents.list': call({ input: z.strictObject({ caseId: z.uuid() }), output: CaseDocuments }),
  /** Asks the person for a file; `document` is null when they name none. */
  'documents.add': call({
    input: z.strictObject({ applicationId: z.uuid(), kind: DocumentKind }),
    output: z.object({ document: AssistanceDocument.nullable() }),
  }),
  /** What is being sent now; the event `documents` says that it has moved on. */
  'documents.progress': call({ input: z.null(), output: DocumentOnItsWay.nullable() }),
  /** Shows it in a window of its own, which closes when the desk locks. */
  'documents.open': call({
    input: z.strictObject({ documentId: z.uuid(), fileName: z.string().min(1).max(120) }),
    output: z.null(),
  }),
  'documents.refuse': call({
    input: z.strictObject({
      documentId: z.uuid(),
      reason: DocumentRefusal,
      note: z.string().trim().min(3).max(300).nullable(),
    }),
    output: AssistanceDocument,
  }),
};

import { createHash, randomUUID } from 'node:crypto';
import type { AssistanceDocument } from '#shared/assistance/document.ts';
import type { Answer, SignedIn } from './backend-client.ts';

export interface SentDocument {
  readonly applicationId: string;
  readonly bytes: Buffer;
  readonly kind?: string;
  readonly documentId?: string;
  readonly fileName?: string;
  readonly sha256?: string;
}

/** Sends a document as a desk does. */
export function sendDocument(
  desk: SignedIn,
  { applicationId, bytes, kind = 'income', documentId = randomUUID(), ...about }: SentDocument,
): Promise<Answer<AssistanceDocument>> {
  const { fileName = 'stub.pdf', sha256 = createHash('sha256').update(bytes).digest('hex') } =
    about;
  return desk.ask('keepDocument', {
    params: { applicationId, documentId },
    headers: {
      'document-kind': kind as 'income',
      'document-name': encodeURIComponent(fileName),
      'document-sha256': sha256,
    },
    body: bytes as never,
  });
}

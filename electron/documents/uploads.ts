import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { AssistanceDocument } from '#shared/assistance/document.ts';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import type { DocumentOnItsWay } from '#shared/desk/document-calls.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { ChosenDocument } from './read-chosen.ts';

/** 20 MB on a line of two megabits a second, and the backend's own time. */
const UPLOAD_MS = 120_000;

interface ForWhat {
  readonly applicationId: string;
  readonly kind: DocumentKind;
}

/** The documents that leave this desk, one at a time. */
export interface Uploads {
  onItsWay(): DocumentOnItsWay | null;
  send(chosen: ChosenDocument, what: ForWhat): Promise<AssistanceDocument>;
}

export function createUploads({ backend, news }: Pick<DeskParts, 'backend' | 'news'>): Uploads {
  let now: DocumentOnItsWay | null = null;
  /** Under which id something was sent without an answer: sent again, it is not kept twice. */
  const unanswered = new Map<string, string>();

  function tell(next: DocumentOnItsWay | null): void {
    now = next;
    news.tell('documents');
  }

  async function sendUnder(
    documentId: string,
    chosen: ChosenDocument,
    what: ForWhat,
    sha256: string,
  ) {
    const { fileName, bytes } = chosen;
    const { applicationId, kind } = what;
    const onSent = (sentBytes: number) => tell({ ...what, sentBytes, sizeBytes: bytes.length });
    onSent(0);
    const given = {
      params: { applicationId, documentId },
      headers: {
        'document-kind': kind,
        'document-name': encodeURIComponent(fileName),
        'document-sha256': sha256,
      },
      body: bytes,
    };
    return backend.ask('keepDocument', given, { timeoutMs: UPLOAD_MS, onSent });
  }

  return {
    onItsWay: () => now,
    async send(chosen, what) {
      const sha256 = createHash('sha256').update(chosen.bytes).digest('hex');
      const same = `${what.applicationId} ${what.kind} ${sha256}`;
      const documentId = unanswered.get(same) ?? uuidv7();
      unanswered.set(same, documentId);
      try {
        const kept = await sendUnder(documentId, chosen, what, sha256);
        unanswered.delete(same);
        return kept;
      } catch (failure) {
        const isAnswer =
          failure instanceof Refused &&
          !['unreachable', 'backend_nonsense', 'internal', 'unavailable'].includes(failure.reason);
        if (isAnswer) unanswered.delete(same);
        throw failure;
      } finally {
        tell(null);
      }
    },
  };
}

import type { i18n } from 'i18next';
import type { ExportKept } from '#shared/contract/exports.ts';
import type { ExportStanding } from '#shared/desk/export-calls.ts';
import type { RefusalReason } from '#shared/desk/refusal.ts';
import type { FromExport } from './messages.ts';

export type LastWord = Exclude<FromExport, { kind: 'begun' | 'progress' }>;

interface Ended {
  /** What the page shows of it. */
  readonly shown: Partial<ExportStanding>;
  /** What the backend is told of it. */
  readonly kept: ExportKept;
}

/** What the last word of a thread means; `because` is why it was told to stop, where for more than a wish. */
export function howItEnded(word: LastWord, because: RefusalReason | undefined, words: i18n): Ended {
  const failed = (reason: RefusalReason) => ({
    state: 'failed' as const,
    reason,
    message: words.t(`problems:${reason}`),
  });
  switch (word.kind) {
    case 'saved':
      return {
        shown: { state: 'saved', rows: word.rows, total: word.rows },
        kept: { kept: 'saved', sha256: word.sha256 },
      };
    case 'stopped':
      return {
        shown: because ? failed(because) : { state: 'cancelled' },
        kept: { kept: 'cancelled', sha256: null },
      };
    case 'failed':
      return { shown: failed(word.reason), kept: { kept: 'not_written', sha256: null } };
  }
}

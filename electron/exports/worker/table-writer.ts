import type { i18n } from 'i18next';
import type { ExportLine, ExportList } from '#shared/export/export-list.ts';
import type { ExportStart } from '../messages.ts';

/** What a file says besides its rows. */
export interface FileFacts {
  readonly list: ExportList;
  readonly words: i18n;
  readonly start: ExportStart;
  /** Null where nobody knows before the end. */
  readonly total: number | null;
}

/** Makes the bytes of a file out of lines, some at a time; nothing of them is kept. */
export interface TableWriter {
  head(): Promise<Uint8Array>;
  rows(lines: readonly ExportLine[]): Promise<Uint8Array>;
  end(): Promise<Uint8Array>;
}

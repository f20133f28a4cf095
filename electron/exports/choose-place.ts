import type { ExportFormat } from '#shared/export/lists.ts';

/** What a file can be that is taken along: a list, or the signed audit trail. */
export type FileFormat = ExportFormat | 'jsonl';

/** Asks a person where a file should go; null when they name no place. */
export type ChoosePlace = (suggestedName: string, format: FileFormat) => Promise<string | null>;

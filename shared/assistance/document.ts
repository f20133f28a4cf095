import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { DocumentKind } from './policy.ts';

/** The largest document that is taken, in bytes: some forty scanned pages. */
export const DOCUMENT_LIMIT_BYTES = 20 * 1024 * 1024;

/** As many documents as one application can have. */
export const DOCUMENTS_AT_MOST = 40;

/** What documents are kept as; TIFF and HEIC only those of before they were refused. */
export const DocumentFormat = z.enum(['pdf', 'jpeg', 'png', 'tiff', 'heic']);
export type DocumentFormat = z.infer<typeof DocumentFormat>;

/** What documents are taken as: what the desk can show to whoever decides on them. */
export const TakenFormat = DocumentFormat.extract(['pdf', 'jpeg', 'png']);
export type TakenFormat = z.infer<typeof TakenFormat>;

export const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  heic: 'image/heic',
};

/** Why a document that came does not count. */
export const DocumentRefusal = z.enum([
  'unreadable',
  'wrong_kind',
  'outdated',
  'incomplete',
  'somebody_else',
  'replaced',
]);
export type DocumentRefusal = z.infer<typeof DocumentRefusal>;

/** A document of an application; what is in it is asked for by itself. */
export const AssistanceDocument = z.object({
  documentId: z.uuid(),
  applicationId: z.uuid(),
  /** What it has to prove. */
  kind: DocumentKind,
  fileName: z.string(),
  format: DocumentFormat,
  sizeBytes: z.int().positive(),
  /** A PDF that opens with a password only. */
  needsPassword: z.boolean(),
  receivedAt: Instant,
  /** Who put it in. */
  by: z.string(),
  refused: z
    .object({ at: Instant, by: z.string(), reason: DocumentRefusal, note: z.string().nullable() })
    .nullable(),
});
export type AssistanceDocument = z.infer<typeof AssistanceDocument>;

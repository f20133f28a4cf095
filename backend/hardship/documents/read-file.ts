import { createHash } from 'node:crypto';
import type { DocumentFormat } from '#shared/assistance/document.ts';
import {
  isEncryptedPdf,
  isWholeDocument,
  takenFormat,
} from '#shared/assistance/document-format.ts';
import type { FileBody } from '#shared/contract/route.ts';
import { Refused } from '../../http/refused.ts';

/** A document that came whole. */
export interface CameWhole {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  readonly format: DocumentFormat;
  readonly needsPassword: boolean;
}

/**
 * Reads a document to its end. What is empty, is nothing that is taken, or is not the whole file that `sha256` (hex)
 * was reckoned of, is refused; nothing of it is kept.
 */
export async function readFile(body: FileBody, sha256: string): Promise<CameWhole> {
  const parts: Uint8Array[] = [];
  const hash = createHash('sha256');
  for await (const part of body) {
    parts.push(part);
    hash.update(part);
  }
  const bytes = Buffer.concat(parts);
  if (bytes.length === 0) throw new Refused('document_empty');
  const digest = hash.digest();
  if (digest.toString('hex') !== sha256) throw new Refused('document_damaged');
  const format = takenFormat(bytes);
  if (!format) throw new Refused('document_type_wrong');
  if (!isWholeDocument(format, bytes)) throw new Refused('document_damaged');
  const needsPassword = format === 'pdf' && isEncryptedPdf(bytes);
  return { bytes, sha256: digest, format, needsPassword };
}

import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { DOCUMENT_LIMIT_BYTES } from '#shared/assistance/document.ts';
import { isWholeDocument, takenFormat } from '#shared/assistance/document-format.ts';
import { documentName } from '#shared/assistance/document-name.ts';
import { Refused } from '../desk/refused.ts';

/** A document as it lies on this computer. */
export interface ChosenDocument {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The bytes of a file as large as `size`; one that grows or shrinks meanwhile is refused. */
async function bytesOf(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size + 1);
  let have = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, have, bytes.length - have);
    have += bytesRead;
    if (bytesRead === 0 || have === bytes.length) break;
  }
  if (have !== size) throw new Refused('document_damaged');
  return bytes.subarray(0, size);
}

async function readOpen(file: FileHandle): Promise<Buffer> {
  const stat = await file.stat();
  const { size } = stat;
  if (!stat.isFile()) throw new Refused('document_not_read');
  if (size === 0) throw new Refused('document_empty');
  // By its size, before a byte of it is read.
  if (size > DOCUMENT_LIMIT_BYTES) throw new Refused('document_too_large');
  return bytesOf(file, size);
}

/** Reads a file that was chosen as a document; refuses what the backend would refuse, before anything is sent. */
export async function readChosen(path: string): Promise<ChosenDocument> {
  const file = await open(path, 'r').catch(() => {
    throw new Refused('document_not_read');
  });
  try {
    const bytes = await readOpen(file);
    const format = takenFormat(bytes);
    if (!format) throw new Refused('document_type_wrong');
    if (!isWholeDocument(format, bytes)) throw new Refused('document_damaged');
    return { fileName: documentName(basename(path)), bytes };
  } catch (failure) {
    throw failure instanceof Refused ? failure : new Refused('document_not_read');
  } finally {
    await file.close();
  }
}

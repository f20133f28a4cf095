import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentFormat,
  isEncryptedPdf,
  isWholeDocument,
  takenFormat,
} from '#shared/assistance/document-format.ts';
import { documentName } from '#shared/assistance/document-name.ts';
import {
  heicDocument,
  jpegDocument,
  pdfDocument,
  pngDocument,
  tiffDocument,
} from '#tests/support/documents.ts';

const samples = async () => ({
  pdf: await pdfDocument(),
  jpeg: jpegDocument,
  png: pngDocument,
});

describe('a document', () => {
  it('is what its first bytes say, and whole when it has its end', async () => {
    for (const [format, bytes] of Object.entries(await samples())) {
      expect(takenFormat(bytes)).toBe(format);
      expect(isWholeDocument(format as 'pdf', bytes)).toBe(true);
    }
  });

  it('is not taken as TIFF or HEIC, which nobody could look at here', () => {
    expect(documentFormat(tiffDocument)).toBe('tiff');
    expect(documentFormat(heicDocument)).toBe('heic');
    expect(takenFormat(tiffDocument)).toBeUndefined();
    expect(takenFormat(heicDocument)).toBeUndefined();
  });

  it('that broke off on the way is not whole', async () => {
    for (const [format, bytes] of Object.entries(await samples())) {
      const half = bytes.subarray(0, Math.floor(bytes.length / 2));
      expect(isWholeDocument(format as 'pdf', half)).toBe(false);
    }
  });

  it.each([
    ['a program', 'MZ\x90\0\x03'],
    ['a zip, and so a Word file', 'PK\x03\x04'],
    ['a web page', '<!doctype html><script>'],
    ['a film', '\0\0\0\x18ftypisom\0\0\0\0'],
    ['nothing', ''],
  ])('is not %s', (_, start) => {
    expect(documentFormat(Buffer.from(start, 'latin1'))).toBeUndefined();
  });

  it('of any bytes at all is read without a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        for (const format of ['pdf', 'jpeg', 'png'] as const) {
          isWholeDocument(format, bytes);
        }
        documentFormat(bytes);
      }),
    );
  });

  it('as PDF says when a password may be needed', async () => {
    expect(isEncryptedPdf(await pdfDocument())).toBe(false);
    expect(isEncryptedPdf(await pdfDocument('Pay stub', 'secret'))).toBe(true);
  });
});

describe('the name of a document', () => {
  it.each([
    ['C:\\Users\\mq\\pay stub.pdf', 'pay stub.pdf'],
    ['/home/mq/../taxes.PDF', 'taxes.PDF'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\nb\0.png', 'ab.png'],
    ['  ', 'document'],
    [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(115)}.jpeg`],
  ])('%j is kept as %j', (given, kept) => {
    expect(documentName(given)).toBe(kept);
  });

  it('is never longer than is kept, and never without a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), given => {
        const name = documentName(given);
        expect(name.length).toBeGreaterThan(0);
        expect(Array.from(name).length).toBeLessThanOrEqual(120);
        expect(documentName(name)).toBe(name);
      }),
    );
  });
});

import { type DocumentFormat, TakenFormat } from './document.ts';

const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, from), to));

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/**
 * What a file is by its first bytes, whatever it is called; undefined when it is nothing that was ever taken. A PDF
 * may begin within its first 1024 bytes, as readers allow.
 */
export function documentFormat(bytes: Uint8Array): DocumentFormat | undefined {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0x00)) return 'tiff';
  if (startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a)) return 'tiff';
  if (latin(bytes, 4, 8) === 'ftyp' && HEIF_BRANDS.includes(latin(bytes, 8, 12))) return 'heic';
  return latin(bytes, 0, 1024).includes('%PDF-') ? 'pdf' : undefined;
}

/** What a file is taken as, by its first bytes; undefined where it is not taken. */
export function takenFormat(bytes: Uint8Array): TakenFormat | undefined {
  return TakenFormat.safeParse(documentFormat(bytes)).data;
}

/** The last place of some bytes, -1 when they are nowhere. */
function lastPlace(bytes: Uint8Array, first: number, second: number): number {
  for (let at = bytes.length - 2; at >= 0; at -= 1) {
    if (bytes[at] === first && bytes[at + 1] === second) return at;
  }
  return -1;
}

/** Whether a file of this format has its end: what broke off on the way has not. */
export function isWholeDocument(format: TakenFormat, bytes: Uint8Array): boolean {
  switch (format) {
    case 'pdf':
      return latin(bytes, bytes.length - 2048, bytes.length).includes('%%EOF');
    // Within a scan no marker stands but the end's, and pictures within pictures come before it.
    case 'jpeg':
      return lastPlace(bytes, 0xff, 0xd9) > lastPlace(bytes, 0xff, 0xda);
    case 'png':
      return latin(bytes, bytes.length - 4096, bytes.length).includes('IEND\xaeB`\x82');
  }
}

/** Whether a PDF names how it is encrypted (ISO 32000-1, 7.6.1): it may open with a password only. */
export function isEncryptedPdf(bytes: Uint8Array): boolean {
  const mark = [...'/Encrypt'].map(letter => letter.charCodeAt(0));
  for (let at = bytes.indexOf(0x2f); at !== -1; at = bytes.indexOf(0x2f, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

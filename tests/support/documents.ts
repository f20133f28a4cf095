import PDFDocument from 'pdfkit';

/** What stands in the documents below, for whoever looks where it must not be. */
export const SECRET = 'Net pay of the Quintero household';

/** A real PDF with some words in it, which stand there as they are; encrypted where it has a password. */
export function pdfDocument(words = SECRET, userPassword?: string): Promise<Buffer> {
  const page = new PDFDocument({ compress: false, ...(userPassword && { userPassword }) });
  const parts: Buffer[] = [];
  page.on('data', part => parts.push(part));
  const whole = new Promise<Buffer>(resolve => page.on('end', () => resolve(Buffer.concat(parts))));
  // The words of the page are written as numbers; what is in the information is a text.
  page.info.Title = words;
  page.fontSize(24).text(words);
  page.end();
  return whole;
}

/** A picture of one dot. */
export const pngDocument = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export const jpegDocument = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCaAPUj/9k=',
  'base64',
);

const box = (name: string, content: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length + 8);
  return Buffer.concat([size, Buffer.from(name, 'latin1'), content]);
};

/** What a phone writes, as far as its boxes go. */
export const heicDocument = Buffer.concat([
  box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
  box('mdat', Buffer.alloc(400, 7)),
]);

/** A TIFF with a directory of one entry at its end. */
export const tiffDocument = Buffer.concat([
  Buffer.from([0x49, 0x49, 0x2a, 0x00, 0x18, 0, 0, 0]),
  Buffer.alloc(16, 3),
  Buffer.from([1, 0, 0x00, 0x01, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
]);

/** A PDF of about so many bytes, whole. */
export async function pdfOfBytes(bytes: number): Promise<Buffer> {
  const pdf = await pdfDocument();
  const filling = Buffer.alloc(Math.max(0, bytes - pdf.length - 2), 0x20);
  filling[0] = 0x25;
  return Buffer.concat([pdf.subarray(0, 9), filling, Buffer.from('\n'), pdf.subarray(9)]);
}

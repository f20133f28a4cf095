import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import { organization } from '#shared/organization/profile.ts';
import { type Disclosed, drawDisclosed } from './draw-disclosed.ts';

export type LetterRow = readonly [name: string, value: string];

/** What stands on a letter. */
export interface LetterSheet {
  readonly language: 'en' | 'es';
  /** Name and address, as in the window of an envelope. */
  readonly address: string;
  readonly dated: string;
  readonly title: string;
  readonly says: readonly string[];
  /** Of a plan, above the rows. */
  readonly disclosed?: Disclosed;
  readonly rows: readonly LetterRow[];
  /** Each under a heading of its own, below the rows. */
  readonly sections: readonly { readonly title: string; readonly sentences: readonly string[] }[];
}

type Page = InstanceType<typeof PDFDocument>;

const LEFT = 64;
const RIGHT = 548;
const BOTTOM = 48;
const VALUE = 230;
/** Where the window of a No. 10 envelope shows an address, a letter folded in three. */
const WINDOW_TOP = 144;
/** A heading and two lines below it stay together. */
const HEADING_HEIGHT = 68;
const INK = '#15181d';
const QUIET = '#5b6472';

/** Inter's own names for other shapes of a character, such as the hyphen between figures. */
const ANOTHER_SHAPE = /\p{Private_Use}/u;

/**
 * Read once for all letters: most of the work of one was to read its two typefaces again. fontkit remembers for which
 * character it met a glyph first, and for none where a glyph is only a part of another, as D is of Đ: then D would be
 * drawn, and could not be read aloud, copied or searched in any later letter. So it meets each by itself before all
 * others; from the last one on, since ’ and ” share their glyphs with phonetic signs that stand before them.
 */
function typeface(weight: string) {
  const file = `@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`;
  const face = openSync(fileURLToPath(import.meta.resolve(file)));
  for (const codePoint of face.characterSet.toReversed()) {
    if (!ANOTHER_SHAPE.test(String.fromCodePoint(codePoint))) face.glyphForCodePoint(codePoint);
  }
  return face;
}

// Inter has the letters of every name; the typefaces that PDF brings along have not.
const REGULAR = typeface('400Regular');
const SEMI_BOLD = typeface('600SemiBold');

function openPage({ language, title }: LetterSheet): { page: Page; bytes: Promise<Buffer> } {
  const page = new PDFDocument({
    size: 'LETTER',
    margins: { top: LEFT, right: LEFT, bottom: BOTTOM, left: LEFT },
    // None to begin with: it would open one of PDF's own.
    font: '',
    lang: language,
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    info: { Title: title, Author: organization.name },
  });
  const bytes = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    page.on('data', part => parts.push(part));
    page.on('end', () => resolve(Buffer.concat(parts)));
    page.on('error', reject);
  });
  return { page, bytes };
}

function drawHead(page: Page, { address, dated, title, says }: LetterSheet): void {
  page.font(SEMI_BOLD).fontSize(11).fillColor(QUIET).text(organization.name, LEFT, LEFT);
  page.font(REGULAR).fontSize(10).fillColor(INK).text(address, LEFT, WINDOW_TOP, { lineGap: 2 });
  page.fillColor(QUIET).text(dated, LEFT, 236);
  page.font(SEMI_BOLD).fontSize(18).fillColor(INK).text(title, LEFT, 264, { lineGap: 4 });
  page.moveDown(0.4).font(REGULAR).fontSize(10.5);
  for (const sentence of says) page.text(sentence, { lineGap: 3 }).moveDown(0.4);
  page.moveDown(0.6);
}

/** Goes on to another page where so much does not fit on this one. */
function startWhereFits(page: Page, height: number): void {
  if (page.y + height > page.page.height - BOTTOM) page.addPage();
}

function drawRow(page: Page, [name, value]: LetterRow): void {
  const width = VALUE - LEFT - 12;
  page.font(SEMI_BOLD).fontSize(10);
  startWhereFits(page, page.heightOfString(value, { width: RIGHT - VALUE }) + 5);
  const top = page.y;
  page.font(REGULAR).fontSize(10).fillColor(QUIET).text(name, LEFT, top, { width });
  const below = page.y;
  page
    .font(SEMI_BOLD)
    .fillColor(INK)
    .text(value, VALUE, top, { width: RIGHT - VALUE });
  page.y = Math.max(below, page.y) + 5;
}

/** Draws a letter; gives the bytes of the PDF. */
export function letterPdf(sheet: LetterSheet): Promise<Buffer> {
  const { page, bytes } = openPage(sheet);
  drawHead(page, sheet);
  if (sheet.disclosed) {
    const faces = { regular: REGULAR, semiBold: SEMI_BOLD };
    const look = { left: LEFT, right: RIGHT, ink: INK, quiet: QUIET, ...faces };
    drawDisclosed(page, sheet.disclosed, look);
  }
  for (const row of sheet.rows) drawRow(page, row);
  for (const { title, sentences } of sheet.sections) {
    startWhereFits(page, HEADING_HEIGHT);
    page.moveDown(0.8).font(SEMI_BOLD).fontSize(12).fillColor(INK).text(title, LEFT);
    page.moveDown(0.4).font(REGULAR).fontSize(9.5);
    for (const sentence of sentences) page.text(sentence, { lineGap: 2 }).moveDown(0.3);
  }
  page.end();
  return bytes;
}

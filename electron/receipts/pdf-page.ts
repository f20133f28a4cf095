import PDFDocument from 'pdfkit';
import { organization } from '#shared/organization/profile.ts';

export const LEFT = 64;
export const RIGHT = 548;
export const VALUE = 250;
export const QUIET = '#5b6472';
export const INK = '#15181d';

export interface Typeface {
  readonly regular: string;
  readonly semiBold: string;
}

export type Page = InstanceType<typeof PDFDocument>;

/** An empty letter page with its title in the file, and the bytes it becomes once it is ended. */
export function openPage(
  face: Typeface,
  language: 'en' | 'es',
  title: string,
): { page: Page; bytes: Promise<Buffer> } {
  const page = new PDFDocument({
    size: 'LETTER',
    margin: LEFT,
    font: face.regular,
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

/** The organization and what this is; in a sandbox, that no money moved. */
export function head(page: Page, face: Typeface, title: string, sandbox: string | undefined): void {
  page.font(face.semiBold).fontSize(11).fillColor(QUIET).text(organization.name, LEFT, 64);
  page.fontSize(24).fillColor(INK).text(title, { lineGap: 4 });
  if (sandbox) page.font(face.regular).fontSize(10).fillColor('#8a4b00').text(sandbox);
}

/** A name and its value beside it. */
export function row(page: Page, face: Typeface, name: string, value: string): void {
  const top = page.y;
  page
    .font(face.regular)
    .fontSize(10)
    .fillColor(QUIET)
    .text(name, LEFT, top, { width: VALUE - LEFT - 12 });
  const below = page.y;
  page
    .font(face.semiBold)
    .fillColor(INK)
    .text(value, VALUE, top, { width: RIGHT - VALUE });
  page.y = Math.max(below, page.y);
  page.moveDown(0.55);
}

export function rule(page: Page): void {
  page.moveDown(0.4);
  page.moveTo(LEFT, page.y).lineTo(RIGHT, page.y).lineWidth(0.5).strokeColor('#d5dae1').stroke();
  page.moveDown(0.8);
}

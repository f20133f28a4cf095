import type PDFDocument from 'pdfkit';
import type { ConspicuousRow } from '#shared/plans/disclosure-words.ts';

/** The disclosure of a plan on its written copy. */
export interface Disclosed {
  readonly figures: readonly ConspicuousRow[];
  readonly title: string;
  /** The lines of the schedule, the names of its columns first. */
  readonly lines: readonly (readonly string[])[];
}

interface Look {
  readonly left: number;
  readonly right: number;
  readonly ink: string;
  readonly quiet: string;
  readonly regular: PDFKit.Mixins.PDFFontSource;
  readonly semiBold: PDFKit.Mixins.PDFFontSource;
}

type Page = InstanceType<typeof PDFDocument>;

const BOX_HEIGHT = 108;
const COLUMNS = [0, 70, 160];

/** The four figures beside each other, apart from everything else; the first two stand out (12 CFR 1026.17(a)). */
function drawFigures(page: Page, figures: readonly ConspicuousRow[], look: Look): void {
  const { left, right, ink, quiet, regular, semiBold } = look;
  const top = page.y;
  const boxWidth = (right - left) / figures.length;
  for (const [index, { name, means, value, stands }] of figures.entries()) {
    const at = left + index * boxWidth;
    const text = { width: boxWidth - 16 };
    page
      .rect(at, top, boxWidth, BOX_HEIGHT)
      .lineWidth(stands ? 2 : 0.75)
      .strokeColor(stands ? ink : quiet)
      .stroke();
    page.font(semiBold).fontSize(stands ? 11 : 10);
    page.fillColor(ink).text(name, at + 8, top + 8, text);
    page.font(regular).fontSize(8).fillColor(quiet);
    page.text(means, at + 8, page.y + 2, text);
    page.font(semiBold).fontSize(stands ? 16 : 13);
    page.fillColor(ink).text(value, at + 8, top + BOX_HEIGHT - 26, text);
  }
  page.y = top + BOX_HEIGHT;
}

/** Draws what was disclosed, and leaves the page below it. */
export function drawDisclosed(page: Page, { figures, title, lines }: Disclosed, look: Look): void {
  drawFigures(page, figures, look);
  const { left, ink, quiet, regular, semiBold } = look;
  page.moveDown(1).font(semiBold).fontSize(12).fillColor(ink).text(title, left);
  page.moveDown(0.4);
  for (const [index, cells] of lines.entries()) {
    const top = page.y;
    page.font(index === 0 ? regular : semiBold).fontSize(10);
    page.fillColor(index === 0 ? quiet : ink);
    for (const [column, cell] of cells.entries()) {
      page.text(cell, left + (COLUMNS[column] ?? 0), top);
    }
    page.moveDown(0.2);
  }
  page.moveDown(1);
}

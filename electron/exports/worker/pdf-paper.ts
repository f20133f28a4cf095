import PDFDocument from 'pdfkit';
import type { Typeface } from '../../receipts/pdf-page.ts';

export const EDGE = 36;
export const SIZE = 7.5;
export const LEADING = 10;

export type Paper = InstanceType<typeof PDFDocument>;

export const widthOf = (paper: Paper) => paper.page.width - 2 * EDGE;
/** Below this stand the page and its rows. */
export const bottomOf = (paper: Paper) => paper.page.height - EDGE - 14;

/** Letter pages across, which leave as they are full: nothing of them is kept but where they begin. */
export function openPaper(face: Typeface, title: string, author: string): Paper {
  return new PDFDocument({
    size: 'LETTER',
    layout: 'landscape',
    margins: { top: EDGE, left: EDGE, right: EDGE, bottom: 0 },
    font: face.regular,
    lang: 'en',
    pdfVersion: '1.7',
    displayTitle: true,
    autoFirstPage: false,
    info: { Title: title, Author: author },
  });
}

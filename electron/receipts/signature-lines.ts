import type { TFunction } from 'i18next';
import { INK, LEFT, type Page, QUIET, RIGHT, rule, type Typeface } from './pdf-page.ts';

const HEIGHT = 80;
const DATE_AT = 400;

/** Where a payer may sign a copy and send it back, which they need not. */
export function signatureLines(page: Page, face: Typeface, t: TFunction<'authorisation'>): void {
  rule(page);
  if (page.y + HEIGHT > page.page.height - LEFT) page.addPage();
  page
    .font(face.regular)
    .fontSize(9)
    .fillColor(INK)
    .text(t('signHow'), LEFT, page.y, { width: RIGHT - LEFT });
  const line = page.y + 30;
  for (const [from, to, name] of [
    [LEFT, DATE_AT - 24, t('signature')],
    [DATE_AT, RIGHT, t('signedOn')],
  ] as const) {
    page.moveTo(from, line).lineTo(to, line).lineWidth(0.75).strokeColor(INK).stroke();
    page
      .fontSize(9)
      .fillColor(QUIET)
      .text(name, from, line + 3, { width: to - from });
  }
  page.moveDown(0.8);
}

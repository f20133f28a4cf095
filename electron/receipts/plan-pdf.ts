import type { i18n } from 'i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import { sayTime } from '#shared/calendar/say-time.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine } from '#shared/organization/profile.ts';
import { conspicuousRows, otherTerms, scheduleRows } from '#shared/plans/disclosure-words.ts';
import type { PlanAcceptance, PlanDisclosure } from '#shared/plans/offer.ts';
import {
  head,
  INK,
  LEFT,
  openPage,
  type Page,
  QUIET,
  RIGHT,
  row,
  rule,
  type Typeface,
} from './pdf-page.ts';

export interface PlanCopy {
  readonly disclosure: PlanDisclosure;
  readonly acceptance: PlanAcceptance | null;
  readonly timeZone: string;
  readonly sandbox: boolean;
}

const BOX_WIDTH = (RIGHT - LEFT) / 4;
const BOX_HEIGHT = 104;
/** How many and how much stand at the right of their columns, so that cents stand below cents. */
const COLUMNS = [
  { left: LEFT, width: 48, align: 'right' },
  { left: LEFT + 60, width: 96, align: 'right' },
  { left: LEFT + 180, width: RIGHT - LEFT - 180, align: 'left' },
] as const;

/** The four figures beside each other, segregated from everything else (12 CFR 1026.17(a)); the first two stand out. */
function boxes(page: Page, face: Typeface, disclosure: PlanDisclosure, words: i18n): void {
  const top = page.y;
  for (const [index, { name, means, value, stands }] of conspicuousRows(
    disclosure,
    words,
  ).entries()) {
    const left = LEFT + index * BOX_WIDTH;
    page
      .rect(left, top, BOX_WIDTH, BOX_HEIGHT)
      .lineWidth(stands ? 2 : 0.75)
      .strokeColor(stands ? INK : QUIET)
      .stroke();
    const text = { width: BOX_WIDTH - 16 };
    page
      .fillColor(INK)
      .font(face.semiBold)
      .fontSize(stands ? 11 : 10);
    page.text(name, left + 8, top + 8, text);
    page
      .font(face.regular)
      .fontSize(8)
      .fillColor(QUIET)
      .text(means, left + 8, page.y + 2, text);
    page
      .font(face.semiBold)
      .fontSize(stands ? 16 : 13)
      .fillColor(INK);
    page.text(value, left + 8, top + BOX_HEIGHT - 26, text);
  }
  page.y = top + BOX_HEIGHT;
}

function schedule(page: Page, face: Typeface, disclosure: PlanDisclosure, words: i18n): void {
  const t = words.getFixedT(null, 'disclosure');
  page.font(face.semiBold).fontSize(12).fillColor(INK).text(t('schedule'), LEFT);
  page.moveDown(0.4);
  const lines = [[t('number'), t('amount'), t('when')], ...scheduleRows(disclosure, words)];
  for (const [index, cells] of lines.entries()) {
    const top = page.y;
    page.font(index === 0 ? face.regular : face.semiBold).fontSize(10);
    page.fillColor(index === 0 ? QUIET : INK);
    for (const [column, cell] of cells.entries()) {
      const { left, ...place } = COLUMNS[column] ?? COLUMNS[2];
      page.text(cell, left, top, place);
    }
    page.moveDown(0.2);
  }
}

/** Draws the disclosure of a plan, which the caller keeps; gives the bytes of the PDF. */
export function planPdf(copy: PlanCopy, words: i18n, face: Typeface): Promise<Buffer> {
  const t = words.getFixedT(null, 'disclosure');
  const language = words.language === 'es' ? 'es' : 'en';
  const { disclosure, acceptance, timeZone } = copy;
  const { page, bytes } = openPage(face, language, t('title'));
  head(page, face, t('title'), copy.sandbox ? words.t('receipt:sandbox') : undefined);
  rule(page);
  row(page, face, t('creditor'), disclosure.creditor);
  row(page, face, t('guarantor'), disclosure.guarantorId);
  row(page, face, t('reckonedOn'), sayDate(language, disclosure.agreedOn));
  page.moveDown(0.4);
  boxes(page, face, disclosure, words);
  page.moveDown(1.2);
  schedule(page, face, disclosure, words);
  rule(page);
  for (const [name, value] of otherTerms(disclosure, words)) row(page, face, name, value);
  row(
    page,
    face,
    t('itemization'),
    t('itemizationValue', { amount: showMoney(disclosure.amountFinancedCents) }),
  );
  row(page, face, t('questions'), billingLine());
  if (acceptance) {
    const { recordingReference: reference, acceptedAt } = acceptance;
    const time = sayTime(language, timeZone, acceptedAt);
    row(page, face, t('agreed'), t('agreedValue', { reference, time }));
  }
  rule(page);
  page.font(face.regular).fontSize(9).fillColor(QUIET).text(t('keep'), LEFT);
  page.end();
  return bytes;
}

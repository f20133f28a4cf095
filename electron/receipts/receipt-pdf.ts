import type { i18n } from 'i18next';
import PDFDocument from 'pdfkit';
import { nameMethod } from '#shared/billing/name-method.ts';
import { type CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine, organization } from '#shared/organization/profile.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

const LEFT = 64;
const RIGHT = 548;
const VALUE = 250;
const QUIET = '#5b6472';
const INK = '#15181d';

export interface Typeface {
  readonly regular: string;
  readonly semiBold: string;
}

type Page = InstanceType<typeof PDFDocument>;

function row(page: Page, face: Typeface, name: string, value: string): void {
  const top = page.y;
  page
    .font(face.regular)
    .fontSize(10)
    .fillColor(QUIET)
    .text(name, LEFT, top, { width: VALUE - LEFT - 12 });
  page
    .font(face.semiBold)
    .fillColor(INK)
    .text(value, VALUE, top, { width: RIGHT - VALUE });
  page.moveDown(0.55);
}

function rule(page: Page): void {
  page.moveDown(0.4);
  page.moveTo(LEFT, page.y).lineTo(RIGHT, page.y).lineWidth(0.5).strokeColor('#d5dae1').stroke();
  page.moveDown(0.8);
}

function head(page: Page, face: Typeface, words: i18n, facts: ReceiptFacts): void {
  page.font(face.semiBold).fontSize(11).fillColor(QUIET).text(organization.name, LEFT, 64);
  page.fontSize(24).fillColor(INK).text(words.t('receipt:title'), { lineGap: 4 });
  if (facts.sandbox)
    page.font(face.regular).fontSize(10).fillColor('#8a4b00').text(words.t('receipt:sandbox'));
  if (facts.attempt.state === 'voided') {
    page.font(face.semiBold).fontSize(11).fillColor('#a11d1d').text(words.t('receipt:voided'));
  }
  rule(page);
}

function lineTable(
  page: Page,
  face: Typeface,
  words: i18n,
  facts: ReceiptFacts,
  say: (date: CalendarDate) => string,
): void {
  if (facts.lines.length === 0) return;
  rule(page);
  page.font(face.semiBold).fontSize(12).fillColor(INK).text(words.t('receipt:pays'), LEFT);
  page.moveDown(0.6);
  for (const line of facts.lines) {
    const top = page.y;
    page.font(face.regular).fontSize(10).fillColor(INK).text(line.what, LEFT, top, { width: 260 });
    const below = page.y;
    page.fillColor(QUIET).text(say(line.servicedOn), 340, top, { width: 110 });
    page
      .fillColor(INK)
      .text(showMoney(line.amountCents), 450, top, { width: RIGHT - 450, align: 'right' });
    page.y = Math.max(below, page.y) + 5;
  }
}

/** Draws the receipt of an approved or voided payment; gives the bytes of the PDF. */
export function receiptPdf(facts: ReceiptFacts, words: i18n, face: Typeface): Promise<Buffer> {
  const { attempt } = facts;
  const language = words.language === 'es' ? 'es' : 'en';
  const takenOn = dateIn(facts.timeZone, attempt.committedAt);
  const say = (date: CalendarDate) => sayDate(language, date);
  const page = new PDFDocument({
    size: 'LETTER',
    margin: LEFT,
    font: face.regular,
    lang: language,
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    info: { Title: words.t('receipt:title'), Author: organization.name },
  });
  const bytes = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    page.on('data', part => parts.push(part));
    page.on('end', () => resolve(Buffer.concat(parts)));
    page.on('error', reject);
  });
  head(page, face, words, facts);
  row(page, face, words.t('receipt:amount'), showMoney(attempt.amountCents));
  row(page, face, words.t('receipt:confirmation'), attempt.confirmation ?? '');
  row(page, face, words.t('receipt:method'), nameMethod(words, attempt.method));
  row(page, face, words.t('receipt:paidBy'), facts.payer ?? words.t('receipt:guest'));
  row(page, face, words.t('receipt:account'), attempt.guarantorId.slice(-4));
  row(page, face, words.t('receipt:takenOn'), say(takenOn));
  if (attempt.postingOn) row(page, face, words.t('receipt:postsOn'), say(attempt.postingOn));
  lineTable(page, face, words, facts, say);
  rule(page);
  page.font(face.regular).fontSize(9).fillColor(QUIET);
  page.text(words.t('receipt:questions', { number: billingLine() }), LEFT);
  page.text(words.t('receipt:keep'));
  page.end();
  return bytes;
}

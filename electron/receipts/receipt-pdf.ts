import type { i18n } from 'i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { type CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine } from '#shared/organization/profile.ts';
import type { PaymentState } from '#shared/payments/states.ts';
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
import type { ReceiptFacts } from './receipt-facts.ts';

function drawHead(page: Page, face: Typeface, words: i18n, facts: ReceiptFacts): void {
  head(
    page,
    face,
    words.t('receipt:title'),
    facts.sandbox ? words.t('receipt:sandbox') : undefined,
  );
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

/** States worth a line on paper; the steps on the way to them say nothing to whoever paid. */
const printed = [
  'approved',
  'originated',
  'posted',
  'settled',
  'returned',
  'voided',
  'refunded',
  'expected',
  'received',
  'expired',
] as const;

type PrintedState = (typeof printed)[number];
const isPrinted = (state: PaymentState): state is PrintedState =>
  (printed as readonly PaymentState[]).includes(state);

/** What became of the payment, each with its date; money given back with its amount. */
function historyTable(
  page: Page,
  face: Typeface,
  words: i18n,
  { states, refunds, timeZone }: ReceiptFacts,
  say: (date: CalendarDate) => string,
): void {
  const reached = states.flatMap(({ state, at }) =>
    isPrinted(state) ? [{ at, what: words.t(`receipt:state_${state}`) }] : [],
  );
  const back = refunds
    .filter(({ state }) => state === 'refunded')
    .map(({ stateAt, amountCents }) => ({
      at: stateAt,
      what: `${words.t('receipt:givenBack')}: ${showMoney(amountCents)}`,
    }));
  const all = [...reached, ...back].sort((left, right) => left.at.localeCompare(right.at));
  if (all.length === 0) return;
  rule(page);
  page.font(face.semiBold).fontSize(12).fillColor(INK).text(words.t('receipt:history'), LEFT);
  page.moveDown(0.6);
  for (const { at, what } of all) row(page, face, say(dateIn(timeZone, at)), what);
}

/** Draws the receipt of an approved or voided payment; gives the bytes of the PDF. */
export function receiptPdf(facts: ReceiptFacts, words: i18n, face: Typeface): Promise<Buffer> {
  const { attempt } = facts;
  const language = words.language === 'es' ? 'es' : 'en';
  const takenOn = dateIn(facts.timeZone, attempt.takenAt);
  const say = (date: CalendarDate) => sayDate(language, date);
  const { page, bytes } = openPage(face, language, words.t('receipt:title'));
  drawHead(page, face, words, facts);
  row(page, face, words.t('receipt:amount'), showMoney(attempt.amountCents));
  row(page, face, words.t('receipt:confirmation'), attempt.confirmation ?? '');
  row(page, face, words.t('receipt:method'), nameMethod(words, attempt.method));
  row(page, face, words.t('receipt:paidBy'), facts.payer ?? words.t('receipt:guest'));
  row(page, face, words.t('receipt:account'), attempt.guarantorId.slice(-4));
  row(page, face, words.t('receipt:takenOn'), say(takenOn));
  if (attempt.postingOn) row(page, face, words.t('receipt:postsOn'), say(attempt.postingOn));
  lineTable(page, face, words, facts, say);
  historyTable(page, face, words, facts, say);
  rule(page);
  page.font(face.regular).fontSize(9).fillColor(QUIET);
  page.text(words.t('receipt:questions', { number: billingLine() }), LEFT);
  page.text(words.t('receipt:keep'));
  page.end();
  return bytes;
}

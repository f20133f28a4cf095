import type { i18n } from 'i18next';
import {
  type DebitFacts,
  sayAuthorisation,
  telSentences,
} from '#shared/ach/authorisation-words.ts';
import { debitDates } from '#shared/ach/debit-dates.ts';
import type { AchAuthorisation } from '#shared/ach/tel-authorisation.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { sayTime } from '#shared/calendar/say-time.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine, organization } from '#shared/organization/profile.ts';
import { head, INK, LEFT, openPage, QUIET, RIGHT, row, rule, type Typeface } from './pdf-page.ts';

export interface WrittenCopy {
  readonly attempt: Attempt;
  readonly authorisation: AchAuthorisation;
  readonly facts: DebitFacts;
  readonly sandbox: boolean;
}

/** What was authorised, row by row: every element of the TEL rule, and where the yes is recorded. */
function rows({ attempt, authorisation, facts }: WrittenCopy, words: i18n): [string, string][] {
  const t = words.getFixedT(null, 'authorisation');
  const language = words.language === 'es' ? 'es' : 'en';
  const { timeZone } = facts;
  const { agreedAt, debitOn, payerName, recordingReference } = authorisation;
  const { effectiveOn } = debitDates(timeZone, agreedAt, debitOn);
  const { confirmation } = attempt;
  const line = billingLine();
  return [
    [t('amount'), showMoney(authorisation.amountCents)],
    [t('name'), payerName],
    [t('organization'), organization.name],
    [t('account'), nameMethod(words, attempt.method)],
    [t('kind'), t('oneTime')],
    [t('debitOn'), sayDate(language, debitOn)],
    [t('settlesOn'), sayDate(language, effectiveOn)],
    [t('authorisedOn'), sayDate(language, dateIn(timeZone, agreedAt))],
    [t('questions'), line],
    [t('revoke'), t('revokeHow', { number: line })],
    [
      t('recording'),
      t('recorded', { reference: recordingReference, time: sayTime(language, timeZone, agreedAt) }),
    ],
    ...(confirmation ? ([[t('confirmation'), confirmation]] as [string, string][]) : []),
  ];
}

/** Draws the written copy of an oral authorisation; gives the bytes of the PDF. */
export function authorisationPdf(copy: WrittenCopy, words: i18n, face: Typeface): Promise<Buffer> {
  const t = words.getFixedT(null, 'authorisation');
  const language = words.language === 'es' ? 'es' : 'en';
  const { page, bytes } = openPage(face, language, t('title'));
  head(page, face, t('title'), copy.sandbox ? words.t('receipt:sandbox') : undefined);
  rule(page);
  for (const [name, value] of rows(copy, words)) row(page, face, name, value);
  rule(page);
  page.font(face.semiBold).fontSize(12).fillColor(INK).text(t('wasRead'), LEFT);
  page.moveDown(0.4);
  const read = telSentences.map(({ name }) => sayAuthorisation(words, language, name, copy.facts));
  page
    .font(face.regular)
    .fontSize(10)
    .text([...read, words.t('spoken:authorisation.ask')].join(' '), LEFT, page.y, {
      width: RIGHT - LEFT,
      lineGap: 3,
    });
  page.moveDown(0.4).font(face.semiBold).text(t('agreed'));
  rule(page);
  page.font(face.regular).fontSize(9).fillColor(QUIET).text(t('keep'), LEFT);
  page.end();
  return bytes;
}

import type { i18n } from 'i18next';
import { requiredElements } from '#shared/authorisations/agreement.ts';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { type StandingFacts, sayElement } from '#shared/authorisations/say-element.ts';
import type { Language } from '#shared/words/words.ts';
import { head, INK, LEFT, openPage, QUIET, RIGHT, row, rule, type Typeface } from './pdf-page.ts';
import { signatureLines } from './signature-lines.ts';
import { listedInstalments, standingRows } from './standing-rows.ts';

export interface StandingCopy {
  readonly authorisation: Authorisation;
  readonly facts: StandingFacts;
  readonly timeZone: string;
  readonly sandbox: boolean;
}

/** Draws the written copy of payments to come (12 CFR 1005.10(b)); gives the bytes of the PDF. */
export function standingPdf(
  copy: StandingCopy,
  words: i18n,
  language: Language,
  face: Typeface,
): Promise<Buffer> {
  const t = words.getFixedT(language, 'authorisation');
  const { authorisation, facts } = copy;
  const isDebit = facts.method.kind === 'ach';
  const title = t(isDebit ? 'titleDebits' : 'titleCard');
  const { page, bytes } = openPage(face, language, title);
  const sandbox = words.getFixedT(language, 'receipt')('sandbox');
  head(page, face, title, copy.sandbox ? sandbox : undefined);
  rule(page);
  for (const [name, value] of standingRows(copy, words, language)) row(page, face, name, value);
  const listed = listedInstalments(copy, language);
  if (listed) {
    page.font(face.semiBold).fontSize(12).fillColor(INK).text(t('eachInstalment'), LEFT);
    page.font(face.regular).fontSize(9).text(listed, { lineGap: 1 });
  }
  rule(page);
  page.font(face.semiBold).fontSize(12).fillColor(INK).text(t('wasRead'), LEFT);
  page.moveDown(0.4);
  // As it was heard, in the language of the yes.
  const heard = authorisation.agreement.language;
  const read = requiredElements(facts.terms, facts.method.kind).map(element =>
    sayElement(words, heard, element, facts),
  );
  const width = RIGHT - LEFT;
  page.font(face.regular).fontSize(9).text(read.join(' '), LEFT, page.y, { width, lineGap: 1 });
  page.moveDown(0.4).font(face.semiBold).text(t('agreed'));
  if (isDebit) signatureLines(page, face, t);
  page.font(face.regular).fontSize(9).fillColor(QUIET).text(t('keep'), LEFT, page.y, { width });
  page.end();
  return bytes;
}

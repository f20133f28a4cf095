import type { i18n } from 'i18next';
import type { ChargedMethod } from '../billing/payment-method.ts';
import { type CalendarDate, dateIn, type Instant } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import { showMoney } from '../money/show-money.ts';
import { billingLine, organization } from '../organization/profile.ts';
import type { Language } from '../words/words.ts';
import { debitDates } from './debit-dates.ts';
import type { AchAuthorisation, TelElement } from './tel-authorisation.ts';

/** Which wording of `spoken.authorisation` is read; another wording is another version. */
export const WORDING_VERSION = 'tel-2026-11';

/**
 * The sentences of the authorisation in the order in which they are read, each with the elements of the TEL
 * rule that it states; between them they state all eight.
 */
export const telSentences = [
  { name: 'who', states: ['authorised_on', 'consumer_name', 'one_time'] },
  { name: 'debit', states: ['amount', 'account', 'debit_on'] },
  { name: 'rights', states: ['questions_number', 'revocation'] },
] as const satisfies readonly { name: string; states: readonly TelElement[] }[];

export type TelSentence = (typeof telSentences)[number]['name'];

/** What an authorisation speaks of. */
export interface DebitFacts
  extends Pick<AchAuthorisation, 'debitOn' | 'amountCents' | 'agreedAt' | 'payerName'> {
  readonly account: Omit<Extract<ChargedMethod, { kind: 'ach' }>, 'kind'>;
  /** The guarantor's own zone, by which bank days are counted. */
  readonly timeZone: string;
}

/** The words of one sentence, in the caller's language; every date with its year. */
export function sayAuthorisation(
  words: i18n,
  language: Language,
  sentence: TelSentence,
  facts: DebitFacts,
): string {
  const say = words.getFixedT(language, 'spoken');
  const { account, agreedAt, timeZone, debitOn } = facts;
  const { originateOn, effectiveOn } = debitDates(timeZone, agreedAt as Instant, debitOn);
  const day = (date: CalendarDate) => sayDate(language, date);
  return say(`authorisation.${sentence}`, {
    today: day(dateIn(timeZone, agreedAt)),
    name: facts.payerName,
    organization: organization.name,
    amount: showMoney(facts.amountCents),
    kind: say(`authorisation.kinds.${account.accountKind}`),
    ending: account.last4,
    bank: account.bankName,
    debitOn: day(debitOn),
    settlesOn: day(effectiveOn),
    sentOn: day(originateOn),
    number: billingLine(),
  });
}

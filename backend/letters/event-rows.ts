import type { i18n } from 'i18next';
import { amountRuns } from '#shared/authorisations/amount-runs.ts';
import { scheduledDays } from '#shared/authorisations/schedule.ts';
import type { AuthorisationTerms, PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine } from '#shared/organization/profile.ts';
import { regions } from '#shared/organization/regions.ts';
import type { EventFacts } from './letter-facts.ts';
import type { LetterRow } from './letter-pdf.ts';

const runsOf = (terms: PlanAutopayTerms) =>
  amountRuns(terms).map(({ count, amountCents }) => `${count} × ${showMoney(amountCents)}`);

function planRows(words: i18n, language: 'en' | 'es', terms: PlanAutopayTerms): LetterRow[] {
  const t = words.getFixedT(language, 'letter');
  const [first = '', ...others] = terms.instalments.map(({ dueOn }) => sayDate(language, dueOn));
  return [
    [t('instalments'), runsOf(terms).join(', ')],
    [t('firstOn'), first],
    [t('lastOn'), others.at(-1) ?? first],
    [t('count'), String(terms.instalments.length)],
  ];
}

/** Every instalment that was authorised, with its day and its amount; nothing of other terms. */
export function instalmentLines(language: 'en' | 'es', terms: AuthorisationTerms): string[] {
  if (terms.kind !== 'plan') return [];
  return terms.instalments.map(
    ({ dueOn, amountCents }) => `${sayDate(language, dueOn)}: ${showMoney(amountCents)}`,
  );
}

/** How much is taken and when, of any terms. */
function termsRows(words: i18n, language: 'en' | 'es', terms: AuthorisationTerms): LetterRow[] {
  const t = words.getFixedT(language, 'letter');
  if (terms.kind === 'autopay') {
    return [
      [t('atMost'), showMoney(terms.capCents)],
      [t('payOn'), t('statementsBy')],
    ];
  }
  if (terms.kind === 'plan') return planRows(words, language, terms);
  const days = scheduledDays(terms).map(({ payOn }) => sayDate(language, payOn));
  const [first = ''] = days;
  if (terms.kind === 'once') {
    return [
      [t('amount'), showMoney(terms.amountCents)],
      [t('payOn'), first],
    ];
  }
  return [
    [t('amountEach'), showMoney(terms.amountCents)],
    [t('firstOn'), first],
    [t('lastOn'), days.at(-1) ?? first],
    [t('count'), String(days.length)],
  ];
}

/**
 * What was agreed to, changed or ended: amount, timing, by which card or account, where the yes is recorded,
 * and how to stop and revoke (12 CFR 1005.10(b), (c); Nacha's rule for recurring TEL debits).
 */
export function eventRows(words: i18n, facts: EventFacts): LetterRow[] {
  const { kind, language, name, region, method, terms, agreement, at, leftOutOn } = facts;
  const t = words.getFixedT(language, 'letter');
  const phone = billingLine();
  const { timeZone } = regions[region];
  const day = (instant: typeof at) => sayDate(language, dateIn(timeZone, instant));
  const isCopy = kind === 'made' || kind === 'changed';
  const stands = isCopy || kind === 'skipped';
  return [
    ...(leftOutOn ? ([[t('leftOut'), sayDate(language, leftOutOn)]] as LetterRow[]) : []),
    ...termsRows(words, language, terms),
    [t('method'), nameMethod(words, method, language)],
    [t('name'), name],
    [t('agreedOn'), day(agreement.agreedAt)],
    ...(isCopy
      ? ([[t('recording'), agreement.recordingReference]] as LetterRow[])
      : ([[t('eventOn'), day(at)]] as LetterRow[])),
    ...(stands
      ? ([
          [t('stop'), t('stopHow', { phone })],
          [t('revoke'), t('revokeHow', { phone })],
        ] as LetterRow[])
      : []),
    [t('questions'), phone],
  ];
}

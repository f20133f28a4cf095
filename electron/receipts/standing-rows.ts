import type { i18n, TFunction } from 'i18next';
import { requiredElements } from '#shared/authorisations/agreement.ts';
import { amountRuns } from '#shared/authorisations/amount-runs.ts';
import { type ScheduledDay, scheduledDays } from '#shared/authorisations/schedule.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { sayTime } from '#shared/calendar/say-time.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { billingLine, organization } from '#shared/organization/profile.ts';
import type { Language } from '#shared/words/words.ts';
import type { StandingCopy } from './standing-pdf.ts';

type Row = [name: string, value: string];

/** On which days, said in full: every date with its year. */
function daysOf(terms: AuthorisationTerms, words: i18n, language: Language): string {
  const t = words.getFixedT(language, 'authorisation');
  if (terms.kind === 'autopay') return t('daysAutopay');
  if (terms.kind === 'plan') {
    const dates = terms.instalments.map(({ dueOn }) => sayDate(language, dueOn));
    const [first = ''] = dates;
    return t('daysPlan', { count: dates.length, first, last: dates.at(-1) ?? first });
  }
  const days = scheduledDays(terms);
  const say = (day: ScheduledDay | undefined) => (day ? sayDate(language, day.payOn) : '');
  if (terms.kind === 'once') return say(days[0]);
  const often = t(terms.frequency);
  return t('daysSeries', {
    often,
    count: days.length,
    first: say(days[0]),
    last: say(days.at(-1)),
  });
}

function kindOf({ facts: { method, terms } }: StandingCopy) {
  if (method.kind === 'card') return 'kindCard';
  return terms.kind === 'once' ? 'oneTime' : 'kindRecurring';
}

/** How notices are told of, of each kind. */
const noticesOf = {
  once: 'noticesAbove',
  series: 'noticesAbove',
  autopay: 'noticesAll',
  plan: 'noticesPlan',
} as const satisfies Record<AuthorisationTerms['kind'], string>;

/** How much, and what that is called. */
function amountsOf(terms: AuthorisationTerms, t: TFunction<'authorisation'>) {
  if (terms.kind === 'autopay') return { name: t('amountMost'), amount: showMoney(terms.capCents) };
  if (terms.kind !== 'plan') return { name: t('amount'), amount: showMoney(terms.amountCents) };
  const runs = amountRuns(terms).map(
    ({ count, amountCents }) => `${count} × ${showMoney(amountCents)}`,
  );
  return { name: t('amounts'), amount: runs.join(', ') };
}

/** Every instalment of a plan with its day, for the payer to hold what is taken against; nothing of other terms. */
export function listedInstalments({ facts: { terms } }: StandingCopy, language: Language): string {
  if (terms.kind !== 'plan') return '';
  return terms.instalments
    .map(({ dueOn, amountCents }) => `${sayDate(language, dueOn)}: ${showMoney(amountCents)}`)
    .join(' · ');
}

/** What the copy of payments to come says, row by row: every element of the rules, and where the yes is. */
export function standingRows(copy: StandingCopy, words: i18n, language: Language): Row[] {
  const t = words.getFixedT(language, 'authorisation');
  const { authorisation, facts, timeZone } = copy;
  const { terms, method } = facts;
  const { agreedAt, recordingReference } = authorisation.agreement;
  const isDebit = method.kind === 'ach';
  const { amount, ...named } = amountsOf(terms, t);
  const number = billingLine();
  const tellsNotices = requiredElements(terms, method.kind).includes('notice');
  const notices: Row[] = tellsNotices ? [[t('notices'), t(noticesOf[terms.kind], { amount })]] : [];
  return [
    [named.name, t('orLess', { amount })],
    [t('name'), facts.name],
    [t(isDebit ? 'organization' : 'organizationCard'), organization.name],
    [t(isDebit ? 'account' : 'card'), nameMethod(words, method, language)],
    [t('kind'), t(kindOf(copy))],
    [t(isDebit ? 'debitOn' : 'days'), daysOf(terms, words, language)],
    [t('authorisedOn'), sayDate(language, facts.today)],
    [t('questions'), number],
    [t('revoke'), t(isDebit ? 'revokeDebits' : 'revokeCard', { number })],
    ...notices,
    [
      t('recording'),
      t('recorded', { reference: recordingReference, time: sayTime(language, timeZone, agreedAt) }),
    ],
    [t('reference'), authorisation.authorisationId],
  ];
}

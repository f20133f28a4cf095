import type { i18n } from 'i18next';
import { requiredElements } from '#shared/authorisations/agreement.ts';
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

/** What the copy of payments to come says, row by row: every element of the rules, and where the yes is. */
export function standingRows(copy: StandingCopy, words: i18n, language: Language): Row[] {
  const t = words.getFixedT(language, 'authorisation');
  const { authorisation, facts, timeZone } = copy;
  const { terms, method } = facts;
  const { agreedAt, recordingReference } = authorisation.agreement;
  const isDebit = method.kind === 'ach';
  const amount = showMoney(terms.kind === 'autopay' ? terms.capCents : terms.amountCents);
  const number = billingLine();
  const tellsNotices = requiredElements(terms, method.kind).includes('notice');
  const notices: Row[] = tellsNotices
    ? [[t('notices'), t(terms.kind === 'autopay' ? 'noticesAll' : 'noticesAbove', { amount })]]
    : [];
  return [
    [t(terms.kind === 'autopay' ? 'amountMost' : 'amount'), t('orLess', { amount })],
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

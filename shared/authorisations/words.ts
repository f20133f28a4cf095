import type { CalendarDate } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import { type Cents, cents } from '../money/cents.ts';
import { showMoney } from '../money/show-money.ts';
import { billingLine, organization } from '../organization/profile.ts';
import type { Language } from '../words/words.ts';
import { amountRuns } from './amount-runs.ts';
import { scheduledDays } from './schedule.ts';
import type { AuthorisationTerms } from './terms.ts';

/** What the words of an authorisation (`spoken:authorisation`) speak of. */
export interface AuthorisationValues {
  readonly today: string;
  readonly name: string;
  readonly organization: string;
  readonly method: string;
  readonly amount: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  /** Of a plan: what its instalments are, `11 of $105.00, 1 of $104.96`. */
  readonly runs: string;
  readonly phone: string;
}

/** The days on which something is taken: as agreed, or the due dates of a plan; autopay of statements has none. */
function daysOf(terms: AuthorisationTerms): CalendarDate[] {
  switch (terms.kind) {
    case 'autopay':
      return [];
    case 'plan':
      return terms.instalments.map(({ dueOn }) => dueOn);
    default:
      return scheduledDays(terms).map(({ payOn }) => payOn);
  }
}

/** Of each payment; the most where they vary. */
function amountOf(terms: AuthorisationTerms): Cents {
  if (terms.kind === 'autopay') return terms.capCents;
  if (terms.kind !== 'plan') return terms.amountCents;
  return cents(Math.max(...terms.instalments.map(({ amountCents }) => amountCents)));
}

/**
 * The values for one reading: `name` is whom the caller is, `method` the card or account by name, `today`
 * the date in the guarantor's zone, `sayRun` how so many of one amount are said. Autopay has no days of its own; its
 * first and last are empty.
 */
export function authorisationValues(
  language: Language,
  terms: AuthorisationTerms,
  about: { name: string; method: string; today: CalendarDate },
  sayRun: (run: { number: number; amount: string }) => string,
): AuthorisationValues {
  const days = daysOf(terms);
  const say = (day: CalendarDate | undefined) => (day ? sayDate(language, day, about.today) : '');
  const runs = terms.kind === 'plan' ? amountRuns(terms) : [];
  return {
    today: sayDate(language, about.today),
    name: about.name,
    organization: organization.name,
    method: about.method,
    amount: showMoney(amountOf(terms)),
    first: say(days[0]),
    last: say(days.at(-1)),
    count: days.length,
    runs: runs
      .map(({ count, amountCents }) => sayRun({ number: count, amount: showMoney(amountCents) }))
      .join(', '),
    phone: billingLine(),
  };
}

import type { CalendarDate } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import { showMoney } from '../money/show-money.ts';
import { billingLine, organization } from '../organization/profile.ts';
import type { Language } from '../words/words.ts';
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
  readonly phone: string;
}

/**
 * The values for one reading: `name` is whom the caller is, `method` the card or account by name, `today`
 * the date in the guarantor's zone. Autopay has no days of its own; its first and last are empty.
 */
export function authorisationValues(
  language: Language,
  terms: AuthorisationTerms,
  about: { name: string; method: string; today: CalendarDate },
): AuthorisationValues {
  const days = terms.kind === 'autopay' ? [] : scheduledDays(terms);
  const say = (day: CalendarDate | undefined) => (day ? sayDate(language, day, about.today) : '');
  return {
    today: sayDate(language, about.today),
    name: about.name,
    organization: organization.name,
    method: about.method,
    amount: showMoney(terms.kind === 'autopay' ? terms.capCents : terms.amountCents),
    first: say(days[0]?.payOn),
    last: say(days.at(-1)?.payOn),
    count: days.length,
    phone: billingLine(),
  };
}

import type { i18n } from 'i18next';
import { nameMethod } from '../billing/name-method.ts';
import type { ChargedMethod } from '../billing/payment-method.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import type { Language } from '../words/words.ts';
import type { AuthorisationElement } from './agreement.ts';
import type { AuthorisationTerms } from './terms.ts';
import { authorisationValues } from './words.ts';

/** What one authorisation speaks of: whom, what is kept and may be charged, how much and when. */
export interface StandingFacts {
  readonly terms: AuthorisationTerms;
  readonly method: ChargedMethod;
  /** Whom the caller is. */
  readonly name: string;
  /** The date of it in the guarantor's zone. */
  readonly today: CalendarDate;
}

/** The words of one element, in the caller's language; a debit has its own (12 CFR 1005.10, Nacha's TEL rule). */
export function sayElement(
  words: i18n,
  language: Language,
  element: AuthorisationElement,
  { terms, method, name, today }: StandingFacts,
): string {
  const say = words.getFixedT(language, 'spoken');
  const about = { name, method: nameMethod(words, method, language), today };
  const values = {
    ...authorisationValues(language, terms, about, run => say('standing.run', run)),
  };
  const isDebit = method.kind === 'ach';
  const timing = terms.kind === 'series' ? terms.frequency : terms.kind;
  switch (element) {
    case 'amount':
      return say(`standing.amount.${terms.kind}`, values);
    case 'timing':
      return say(isDebit ? `standing.debit.timing.${timing}` : `standing.timing.${timing}`, values);
    case 'method':
      if (!isDebit) return say('standing.method', values);
      return say(`standing.debit.method.${terms.kind === 'once' ? 'once' : 'recurring'}`, values);
    case 'notice':
      if (terms.kind === 'plan') return say('standing.planNotice', values);
      return say(
        isDebit && terms.kind === 'series' ? 'standing.debit.notice' : 'standing.notice',
        values,
      );
    case 'stop':
      return say(isDebit ? 'standing.debit.stop' : 'standing.stop', values);
    case 'voluntary':
      return say('standing.voluntary', values);
  }
}

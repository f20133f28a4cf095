import type { i18n } from 'i18next';
import { requiredElements } from '#shared/authorisations/agreement.ts';
import { authorisationValues } from '#shared/authorisations/words.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import type { EventFacts } from './letter-facts.ts';

/** The words that were read to whoever authorised, element by element. */
export function wordsReadAloud(words: i18n, facts: EventFacts): string[] {
  const { language, terms, agreement, method, name, region } = facts;
  const t = words.getFixedT(language, 'spoken');
  const today = dateIn(regions[region].timeZone, agreement.agreedAt);
  const about = { name, method: nameMethod(words, method, language), today };
  const values = { ...authorisationValues(language, terms, about) };
  const timing = terms.kind === 'series' ? terms.frequency : terms.kind;
  return requiredElements(terms).map(element => {
    switch (element) {
      case 'amount':
        return t(`standing.amount.${terms.kind}`, values);
      case 'timing':
        return t(`standing.timing.${timing}`, values);
      default:
        return t(`standing.${element}`, values);
    }
  });
}

import type { i18n } from 'i18next';
import { requiredElements } from '#shared/authorisations/agreement.ts';
import { sayElement } from '#shared/authorisations/say-element.ts';
import { dateIn } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import type { EventFacts } from './letter-facts.ts';

/** The words that were read to whoever authorised, element by element. */
export function wordsReadAloud(words: i18n, facts: EventFacts): string[] {
  const { language, terms, agreement, method, name, region } = facts;
  const today = dateIn(regions[region].timeZone, agreement.agreedAt);
  return requiredElements(terms, method.kind).map(element =>
    sayElement(words, language, element, { terms, method, name, today }),
  );
}

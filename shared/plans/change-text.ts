import { PlanChangeTerms } from './change.ts';

/**
 * The terms of a change as the text that their SHA-256 is of, in UTF-8: its fields in the order of their schema, the
 * same whoever wrote them down. Throws when they are none.
 */
export function changeText(terms: PlanChangeTerms): string {
  return JSON.stringify(PlanChangeTerms.parse(terms));
}

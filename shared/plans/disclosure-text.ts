import { PlanDisclosure } from './offer.ts';

/**
 * A disclosure as the text that its SHA-256 is of, in UTF-8: its fields in the order of their schema, the same
 * whoever wrote them down. Throws when it is no disclosure.
 */
export function disclosureText(disclosure: PlanDisclosure): string {
  return JSON.stringify(PlanDisclosure.parse(disclosure));
}

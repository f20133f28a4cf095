import { createHash } from 'node:crypto';
import { disclosureText } from '#shared/plans/disclosure-text.ts';
import type { PlanDisclosure, PlanOffer } from '#shared/plans/offer.ts';

/** SHA-256 of a disclosure in hexadecimal. */
export function disclosureHash(disclosure: PlanDisclosure): string {
  return createHash('sha256').update(disclosureText(disclosure)).digest('hex');
}

/** Whether the hash that came with an offer is that of what it discloses, reckoned here. */
export function isWhatWasDisclosed(offer: PlanOffer): boolean {
  return disclosureHash(offer.disclosure) === offer.disclosureHash;
}

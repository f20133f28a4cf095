import { createHash } from 'node:crypto';
import { disclosureText } from '#shared/plans/disclosure-text.ts';
import type { PlanOffer } from '#shared/plans/offer.ts';

/** Whether the hash that came with an offer is that of what it discloses, reckoned here. */
export function isWhatWasDisclosed({ disclosure, disclosureHash }: PlanOffer): boolean {
  return createHash('sha256').update(disclosureText(disclosure)).digest('hex') === disclosureHash;
}

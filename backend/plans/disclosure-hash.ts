import { createHash } from 'node:crypto';
import { disclosureText } from '#shared/plans/disclosure-text.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';

/** SHA-256 of a disclosure in hexadecimal. */
export function disclosureHash(disclosure: PlanDisclosure): string {
  return createHash('sha256').update(disclosureText(disclosure)).digest('hex');
}

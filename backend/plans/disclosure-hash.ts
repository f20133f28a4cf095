import { createHash } from 'node:crypto';
import { PlanDisclosure } from '#shared/plans/offer.ts';

/** SHA-256 of a disclosure, its fields in the order of their schema: the same whoever wrote them down. */
export function disclosureHash(disclosure: PlanDisclosure): string {
  const ordered = JSON.stringify(PlanDisclosure.parse(disclosure));
  return createHash('sha256').update(ordered).digest('hex');
}

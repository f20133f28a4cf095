import { createHash } from 'node:crypto';
import type { PlanChangeAgreement, PlanChangeOffer } from '#shared/plans/change.ts';
import { changeText } from '#shared/plans/change-text.ts';

/** What was explained at this desk, and what of it was agreed to; in memory only. */
export interface ChangesShown {
  keep(offer: PlanChangeOffer): PlanChangeOffer;
  /** Undefined when it was explained elsewhere, or before a restart. */
  of(changeId: string): PlanChangeOffer | undefined;
  /** The agreement to a change; made once, so that asking again says the very same. */
  agreement(changeId: string, make: () => PlanChangeAgreement): PlanChangeAgreement;
}

/** Far more than are explained in one case; the oldest go first. */
const AT_MOST = 100;

function trimmed<Value>(kept: Map<string, Value>): void {
  const [oldest] = kept.keys();
  if (kept.size > AT_MOST && oldest !== undefined) kept.delete(oldest);
}

/** Whether the hash that came with a change is that of what it explains, reckoned here. */
export function isWhatWasExplained({ terms, termsHash }: PlanChangeOffer): boolean {
  return createHash('sha256').update(changeText(terms)).digest('hex') === termsHash;
}

export function createChangesShown(): ChangesShown {
  const offers = new Map<string, PlanChangeOffer>();
  const agreements = new Map<string, PlanChangeAgreement>();
  return {
    keep(offer) {
      offers.set(offer.changeId, offer);
      trimmed(offers);
      return offer;
    },
    of: changeId => offers.get(changeId),
    agreement(changeId, make) {
      const before = agreements.get(changeId);
      if (before) return before;
      const made = make();
      agreements.set(changeId, made);
      trimmed(agreements);
      return made;
    },
  };
}

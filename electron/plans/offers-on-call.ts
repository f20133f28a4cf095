import type { PlanAcceptance, PlanOffer } from '#shared/plans/offer.ts';

/** What was offered on the call that is open, and what of it was agreed to; in memory only. */
export interface OffersOnCall {
  keep(callId: string, offer: PlanOffer): PlanOffer;
  /** An offer of this call; undefined when it was made on another or before a restart. */
  of(callId: string, offerId: string): PlanOffer | undefined;
  /** The acceptance under a plan's id; made once, so that asking again says the very same. */
  acceptance(planId: string, make: () => PlanAcceptance): PlanAcceptance;
}

export function createOffersOnCall(): OffersOnCall {
  let openCall: string | undefined;
  const offers = new Map<string, PlanOffer>();
  const acceptances = new Map<string, PlanAcceptance>();
  return {
    keep(callId, offer) {
      if (callId !== openCall) {
        offers.clear();
        acceptances.clear();
        openCall = callId;
      }
      offers.set(offer.offerId, offer);
      return offer;
    },
    of: (callId, offerId) => (callId === openCall ? offers.get(offerId) : undefined),
    acceptance(planId, make) {
      const before = acceptances.get(planId);
      if (before) return before;
      const made = make();
      acceptances.set(planId, made);
      return made;
    },
  };
}

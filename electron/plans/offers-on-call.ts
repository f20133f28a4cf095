import type { PlanOffer } from '#shared/plans/offer.ts';
import { Refused } from '../desk/refused.ts';
import { isWhatWasDisclosed } from './disclosure-hash.ts';

/** What was offered on the call that is open; what this desk forgot with a restart is asked of the backend. */
export interface OffersOnCall {
  /** Refuses what does not bear the hash of what it discloses: a yes is to what was shown here. */
  keep(callId: string, offer: PlanOffer): PlanOffer;
  /** An offer of this call; `ask` gives those that the backend has of it. */
  of(
    callId: string,
    offerId: string,
    ask: () => Promise<readonly PlanOffer[]>,
  ): Promise<PlanOffer | undefined>;
}

export function createOffersOnCall(): OffersOnCall {
  let openCall: string | undefined;
  const offers = new Map<string, PlanOffer>();
  function keep(callId: string, offer: PlanOffer): PlanOffer {
    if (!isWhatWasDisclosed(offer)) throw new Refused('plan_disclosure_differs');
    if (callId !== openCall) {
      offers.clear();
      openCall = callId;
    }
    offers.set(offer.offerId, offer);
    return offer;
  }
  return {
    keep,
    async of(callId, offerId, ask) {
      const known = callId === openCall ? offers.get(offerId) : undefined;
      if (known) return known;
      const found = (await ask()).find(each => each.offerId === offerId);
      return found && keep(callId, found);
    },
  };
}

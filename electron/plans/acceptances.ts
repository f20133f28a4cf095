import { type Instant, instantOf } from '#shared/calendar/dates.ts';
import type { PlanAcceptance, PlanOffer } from '#shared/plans/offer.ts';
import { Refused } from '../desk/refused.ts';
import { isWhatWasDisclosed } from './disclosure-hash.ts';

/** How the yes was given: the language, the recording, and what was asked besides. */
export type SpokenYes = Pick<PlanAcceptance, 'language' | 'recordingReference' | 'aboveAffordable'>;

/** The yes is after the copy, whichever of two clocks is ahead; refuses one to what this desk did not show. */
export function acceptanceOf(offer: PlanOffer, yes: SpokenYes, nowMs: number): PlanAcceptance {
  if (!isWhatWasDisclosed(offer)) throw new Refused('plan_disclosure_differs');
  const { offerId, disclosureHash, copy } = offer;
  if (!copy) throw new Refused('plan_copy_missing');
  const acceptedAt: Instant = instantOf(Math.max(nowMs, Date.parse(copy.at)));
  return { offerId, disclosureHash, acceptedAt, ...yes };
}

/** As many as are ever asked for again; the oldest is forgotten first. */
const MOST = 50;

/** The acceptance under a plan's id; made once, so that asking again says the very same. In memory only. */
export function createAcceptances(): (
  planId: string,
  make: () => PlanAcceptance,
) => PlanAcceptance {
  const acceptances = new Map<string, PlanAcceptance>();
  return (planId, make) => {
    const before = acceptances.get(planId);
    if (before) return before;
    const made = make();
    acceptances.set(planId, made);
    const [oldest] = acceptances.keys();
    if (acceptances.size > MOST && oldest) acceptances.delete(oldest);
    return made;
  };
}

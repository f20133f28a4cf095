import { instantOf } from '#shared/calendar/dates.ts';
import type { CallInput } from '#shared/desk/calls.ts';
import type { PlanAcceptance, PlanOffer } from '#shared/plans/offer.ts';
import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import { isWhatWasDisclosed } from '../plans/disclosure-hash.ts';
import type { OffersOnCall } from '../plans/offers-on-call.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

/** Plans to pay over time: offered with their disclosure, agreed to after the written copy. */
export function planHandlers(
  desk: DeskParts,
  offers: OffersOnCall,
): SomeHandlers<'plans.offer' | 'plans.copy' | 'plans.agree' | 'plans.list'> {
  const { backend, calls, news } = desk;

  function hearing(caller: Caller) {
    const call = requireCall(calls, caller);
    requireHearing(call);
    return { call, verificationId: requireVerified(call).verificationId };
  }

  /** What is agreed to is what this desk showed: its hash is reckoned here and not taken from anybody. */
  function keep(callId: string, offer: PlanOffer): PlanOffer {
    if (!isWhatWasDisclosed(offer)) throw new Refused('plan_disclosure_differs');
    return offers.keep(callId, offer);
  }

  /** The yes is on the recording of this call, and after the copy, whichever of two clocks is ahead. */
  function accepted(
    { offerId, disclosureHash, copy }: PlanOffer,
    recordingReference: string,
    language: CallInput<'plans.agree'>['language'],
  ): PlanAcceptance {
    if (!copy) throw new Refused('plan_copy_missing');
    const acceptedAt = instantOf(Math.max(desk.clock.nowMs(), Date.parse(copy.at)));
    return { offerId, disclosureHash, language, recordingReference, acceptedAt };
  }

  return {
    async 'plans.offer'({ offerId, wish }, caller) {
      const { call, verificationId } = hearing(caller);
      const body = { verificationId, wish };
      return keep(call.callId, await backend.ask('offerPlan', { params: { offerId }, body }));
    },

    async 'plans.copy'({ offerId, way }, caller) {
      const { call, verificationId } = hearing(caller);
      if (!offers.of(call.callId, offerId)) throw new Refused('plan_offer_not_found');
      const body = { verificationId, way };
      const noted = await backend.ask('notePlanCopy', { params: { offerId }, body });
      calls.note(call.callId, 'plan_copy', noted.copy?.way ?? way);
      news.tell('call');
      return keep(call.callId, noted);
    },

    async 'plans.agree'({ planId, offerId, language, screeningPassed }, caller) {
      const { call, verificationId } = hearing(caller);
      const offer = offers.of(call.callId, offerId);
      if (!offer) throw new Refused('plan_offer_not_found');
      if (!isWhatWasDisclosed(offer)) throw new Refused('plan_disclosure_differs');
      const acceptance = offers.acceptance(planId, () => accepted(offer, call.reference, language));
      const body = { verificationId, acceptance };
      const made = await backend.ask('agreePlan', { params: { planId }, body });
      if (screeningPassed) calls.noteOnce(call.callId, 'plan_screening_passed', offerId);
      calls.noteOnce(call.callId, 'plan_agreed', String(made.disclosure.payments.length));
      news.tell('call');
      news.tell('balance');
      return made;
    },

    async 'plans.list'(_input, caller) {
      const { verificationId } = hearing(caller);
      return backend.ask('plans', { params: { verificationId } });
    },
  };
}

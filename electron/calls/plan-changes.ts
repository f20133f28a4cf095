import { instantOf } from '#shared/calendar/dates.ts';
import type { PlanPlace } from '#shared/contract/plan-changes.ts';
import type { PlanChangeAgreement, PlanChangeOffer } from '#shared/plans/change.ts';
import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import { createChangesShown, isWhatWasExplained } from '../plans/changes-shown.ts';
import { disclosureHash } from '../plans/disclosure-hash.ts';
import type { OffersOnCall } from '../plans/offers-on-call.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

/** Where a plan is changed at this desk: on the open call, on whose recording the yes is, or in a case. */
interface Place {
  readonly place: PlanPlace;
  readonly call: { readonly callId: string; readonly reference: string } | null;
}

/** Changes of plans: explained, in writing where it is credit anew, and agreed to. */
export function planChangeHandlers(
  desk: DeskParts,
  offers: OffersOnCall,
): SomeHandlers<'planChanges.offer' | 'planChanges.copy' | 'planChanges.agree'> {
  const { backend, calls, news } = desk;
  const shown = createChangesShown();

  function placeOf(caseId: string | null, caller: Caller): Place {
    if (caseId !== null) return { place: { caseId }, call: null };
    const call = requireCall(calls, caller);
    requireHearing(call);
    return { place: { verificationId: requireVerified(call).verificationId }, call };
  }

  /** New terms are credit anew: their disclosure is saved as a PDF like that of any other offer of the call. */
  function keep(offer: PlanChangeOffer, { call }: Place): PlanChangeOffer {
    if (!isWhatWasExplained(offer)) throw new Refused('plan_disclosure_differs');
    const { changeId, copy, terms } = offer;
    const { disclosure, wish, on } = terms;
    const [first] = disclosure?.payments ?? [];
    if (call && disclosure && first && wish.kind === 'recast') {
      const asked = { kind: wish.planKind, pace: wish.pace, firstDueOn: first.dueOn };
      const of = {
        offerId: changeId,
        disclosureHash: disclosureHash(disclosure),
        goodOn: on,
        copy: copy && { ...copy, sentAt: null },
      };
      offers.keep(call.callId, { ...of, wish: asked, disclosure, means: null });
    }
    return shown.keep(offer);
  }

  function explained(changeId: string): PlanChangeOffer {
    const offer = shown.of(changeId);
    if (!offer) throw new Refused('plan_change_not_found');
    return offer;
  }

  /** After the copy, whichever of two clocks is ahead. */
  function agreed(
    { termsHash, copy }: PlanChangeOffer,
    recordingReference: string,
    language: PlanChangeAgreement['language'],
  ): PlanChangeAgreement {
    const copyAt = copy ? Date.parse(copy.at) : 0;
    const agreedAt = instantOf(Math.max(desk.clock.nowMs(), copyAt));
    return { termsHash, language, recordingReference, agreedAt };
  }

  return {
    async 'planChanges.offer'({ changeId, caseId, planId, wish }, caller) {
      const at = placeOf(caseId, caller);
      const body = { place: at.place, planId, wish };
      return keep(await backend.ask('offerPlanChange', { params: { changeId }, body }), at);
    },

    async 'planChanges.copy'({ changeId, caseId, way }, caller) {
      const at = placeOf(caseId, caller);
      explained(changeId);
      const body = { place: at.place, way };
      const noted = await backend.ask('notePlanChangeCopy', { params: { changeId }, body });
      if (at.call) calls.note(at.call.callId, 'plan_copy', noted.copy?.way ?? way);
      if (at.call) news.tell('call');
      return keep(noted, at);
    },

    async 'planChanges.agree'({ changeId, caseId, language, recordingReference }, caller) {
      const at = placeOf(caseId, caller);
      const offer = explained(changeId);
      const recording = at.call?.reference ?? recordingReference;
      if (!recording) throw new Refused('bad_input');
      const agreement = shown.agreement(changeId, () => agreed(offer, recording, language));
      const body = { place: at.place, agreement };
      const made = await backend.ask('agreePlanChange', { params: { changeId }, body });
      if (at.call) calls.noteOnce(at.call.callId, 'plan_changed', offer.terms.wish.kind);
      if (at.call) news.tell('call');
      news.tell('balance');
      return made;
    },
  };
}

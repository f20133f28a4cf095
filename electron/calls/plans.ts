import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import { acceptanceOf, createAcceptances } from '../plans/acceptances.ts';
import type { OffersOnCall } from '../plans/offers-on-call.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

type Name =
  | 'plans.compare'
  | 'plans.offer'
  | 'plans.offers'
  | 'plans.copy'
  | 'plans.agree'
  | 'plans.list'
  | 'plans.billLast';

/** Plans to pay over time: offered with their disclosure, agreed to after the written copy. */
export function planHandlers(desk: DeskParts, offers: OffersOnCall): SomeHandlers<Name> {
  const { backend, calls, news } = desk;
  const acceptance = createAcceptances();

  function hearing(caller: Caller) {
    const call = requireCall(calls, caller);
    requireHearing(call);
    return { call, verificationId: requireVerified(call).verificationId };
  }

  async function offered(caller: Caller, offerId: string) {
    const { call, verificationId } = hearing(caller);
    const params = { verificationId };
    const ask = async () => (await backend.ask('openPlanOffers', { params })).offers;
    const offer = await offers.of(call.callId, offerId, ask);
    if (!offer) throw new Refused('plan_offer_not_found');
    return { call, verificationId, offer };
  }

  return {
    async 'plans.compare'({ wishes, asException }, caller) {
      const { verificationId } = hearing(caller);
      return backend.ask('comparePlans', { body: { verificationId, wishes, asException } });
    },

    async 'plans.offer'({ offerId, wish, exceptionId }, caller) {
      const { call, verificationId } = hearing(caller);
      const body = { verificationId, wish, exceptionId };
      return offers.keep(
        call.callId,
        await backend.ask('offerPlan', { params: { offerId }, body }),
      );
    },

    async 'plans.offers'(_input, caller) {
      const { call, verificationId } = hearing(caller);
      const open = await backend.ask('openPlanOffers', { params: { verificationId } });
      return { offers: open.offers.map(each => offers.keep(call.callId, each)) };
    },

    async 'plans.copy'({ offerId, way, language }, caller) {
      const { call, verificationId } = await offered(caller, offerId);
      const body = { verificationId, way, language };
      const noted = await backend.ask('notePlanCopy', { params: { offerId }, body });
      calls.note(call.callId, 'plan_copy', noted.copy?.way ?? way);
      news.tell('call');
      return offers.keep(call.callId, noted);
    },

    async 'plans.agree'({ planId, offerId, language, screeningPassed }, caller) {
      const { call, verificationId, offer } = await offered(caller, offerId);
      const yes = { language, recordingReference: call.reference };
      const body = {
        verificationId,
        acceptance: acceptance(planId, () => acceptanceOf(offer, yes, desk.clock.nowMs())),
      };
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

    async 'plans.billLast'({ planId }, caller) {
      const { verificationId } = hearing(caller);
      const params = { planId };
      const plan = await backend.ask('billLastInstalment', { params, body: { verificationId } });
      news.tell('balance');
      return plan;
    },
  };
}

import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

/** Late fees that a caller asks not to pay. */
export function waiverHandlers(desk: DeskParts): SomeHandlers<'waivers.ask' | 'waivers.list'> {
  const { backend, calls, news } = desk;

  function hearing(caller: Caller) {
    const call = requireCall(calls, caller);
    requireHearing(call);
    return { call, verificationId: requireVerified(call).verificationId };
  }

  return {
    async 'waivers.ask'({ waiverId, chargeId, reason }, caller) {
      const { call, verificationId } = hearing(caller);
      const body = { chargeId, reason, verificationId };
      const asked = await backend.ask('askWaiver', { params: { waiverId }, body });
      calls.noteOnce(call.callId, 'waiver_asked', chargeId);
      news.tell('call');
      return asked;
    },

    'waivers.list'(_input, caller) {
      const { call, verificationId } = hearing(caller);
      const { guarantorId } = requireVerified(call);
      return backend.ask('waivers', { params: { guarantorId }, query: { verificationId } });
    },
  };
}

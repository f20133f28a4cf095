import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** What is owed, for a verified caller who may hear it. */
export function balanceHandlers(desk: DeskParts): SomeHandlers<'balance.read'> {
  return {
    async 'balance.read'(_input, caller) {
      const call = requireCall(desk.calls, caller);
      const verification = requireVerified(call);
      if (verification.discloses !== 'everything') throw new Refused('not_verified');
      try {
        const balance = await desk.balances.read(verification);
        // While the backend was asked, the call may have been turned to another patient.
        const now = desk.calls.find(call.callId)?.verification?.verificationId;
        if (now !== verification.verificationId) throw new Refused('not_verified');
        desk.calls.noteOnce(call.callId, 'balance_read', verification.guarantorId);
        desk.news.tell('call');
        return { balance, source: 'backend' };
      } catch (failure) {
        const away = failure instanceof Refused && failure.reason === 'unreachable';
        const balance = away ? desk.balances.kept(verification.guarantorId) : undefined;
        if (!balance) throw failure;
        return { balance, source: 'kept' };
      }
    },
  };
}

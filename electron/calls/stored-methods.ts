import { v7 as uuidv7 } from 'uuid';
import { canPay, KEEPING_WORDS } from '#shared/stored/stored-method.ts';
import { openCallView } from '../call/open-call-view.ts';
import { requireCall, requirePayer, requireVerified } from '../call/require-call.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import type { Caller, SomeHandlers } from './handlers.ts';

/** What is kept of the caller's: chosen to pay with, kept by their yes, removed by their word. */
export function storedMethodHandlers(
  desk: DeskParts,
): SomeHandlers<
  'storedMethods.list' | 'storedMethods.choose' | 'storedMethods.keep' | 'storedMethods.remove'
> {
  const { backend, calls, captured, news } = desk;

  function hearing(caller: Caller) {
    const call = requireCall(calls, caller);
    requireHearing(call);
    return { call, verificationId: requireVerified(call).verificationId };
  }
  const read = (verificationId: string) =>
    backend.ask('storedMethods', { params: { verificationId } });

  return {
    async 'storedMethods.list'(_input, caller) {
      return read(hearing(caller).verificationId);
    },

    async 'storedMethods.choose'({ methodId }, caller) {
      const { call, verificationId } = hearing(caller);
      const { methods } = await read(verificationId);
      const kept = methods.find(each => each.methodId === methodId);
      if (!kept) throw new Refused('method_not_found', 'methodId');
      const { method, goodThrough } = kept;
      if (method.kind === 'card') {
        if (!canPay(kept) || goodThrough === null) throw new Refused('stored_card_expired');
        captured.keep(call.callId, { ...method, methodId, goodThrough });
      } else {
        if (!canPay(kept)) throw new Refused('bank_account_blocked');
        requirePayer(call);
        captured.keep(call.callId, { ...method, methodId, authorisation: null });
      }
      calls.note(call.callId, 'kept_chosen', methodId);
      news.tell('call');
      return openCallView(desk, call);
    },

    async 'storedMethods.keep'({ language }, caller) {
      const { call, verificationId } = hearing(caller);
      const held = captured.of(call.callId);
      if (held?.kind !== 'card' || !('token' in held)) throw new Refused('no_card');
      // Asked again after a silence, it is the same card that is kept.
      const { token, keepAs: methodId = uuidv7(), ...card } = held;
      captured.keep(call.callId, { ...held, keepAs: methodId });
      const consent = {
        wordingVersion: KEEPING_WORDS,
        language,
        recordingReference: desk.recorder.reference(call),
        agreedAt: nowOf(desk.clock),
      };
      await backend.ask('keepMethod', {
        params: { methodId },
        body: { verificationId, token, consent },
      });
      const still = captured.of(call.callId);
      if (still && 'token' in still && still.token === token) {
        captured.keep(call.callId, { ...card, methodId });
      }
      calls.note(call.callId, 'kept', methodId);
      news.tell('call');
      return openCallView(desk, call);
    },

    async 'storedMethods.remove'({ methodId }, caller) {
      const { call, verificationId } = hearing(caller);
      const removed = await backend.ask('removeMethod', {
        params: { methodId },
        body: { verificationId },
      });
      const held = captured.of(call.callId);
      if (held && 'methodId' in held && held.methodId === methodId) captured.forget();
      calls.note(call.callId, 'kept_removed', methodId);
      news.tell('call');
      return removed;
    },
  };
}

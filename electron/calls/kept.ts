import { v7 as uuidv7 } from 'uuid';
import { requireCall, requireVerified } from '../call/require-call.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { expectWire } from '../kept/expect-wire.ts';
import { makePromise } from '../kept/make-promise.ts';
import { refuseCardNumber } from '../kept/refuse-card-number.ts';
import { requireHearing } from '../kept/require-hearing.ts';
import type { SomeHandlers } from './handlers.ts';

/** What a call leaves with a guarantor. It is kept first and sent after, with or without a backend. */
export function keptHandlers(
  desk: DeskParts,
): SomeHandlers<
  'notes.add' | 'promises.make' | 'referrals.make' | 'referrals.standing' | 'wires.expect'
> {
  function send<Record>(record: Record): Record {
    desk.outbox.wake();
    desk.news.tell('call');
    desk.news.tell('desk');
    return record;
  }

  return {
    'notes.add'({ text }, { userId }) {
      refuseCardNumber(text, 'text');
      const call = requireCall(desk.calls, { userId });
      const { guarantorId } = requireVerified(call);
      const [noteId, writtenAt, { callId }] = [uuidv7(), nowOf(desk.clock), call];
      const note = { noteId, callId, guarantorId, userId, writtenAt, text };
      return send(desk.kept.keep('account_note', noteId, note, writtenAt));
    },

    'promises.make': (input, caller) =>
      send(makePromise(desk, requireCall(desk.calls, caller), caller.userId, input)),

    'referrals.make'({ programme, context }, caller) {
      refuseCardNumber(context, 'context');
      const call = requireCall(desk.calls, caller);
      const { patient, guarantorId } = requireHearing(call);
      const [referralId, referredAt] = [uuidv7(), nowOf(desk.clock)];
      const referral = {
        referralId,
        callId: call.callId,
        guarantorId,
        mrn: patient.mrn,
        userId: caller.userId,
        referredAt,
        programme,
        language: call.options.language,
        context,
      };
      return send(desk.kept.keep('referral', referralId, referral, referredAt));
    },

    async 'referrals.standing'(_input, caller) {
      const { verificationId } = requireHearing(requireCall(desk.calls, caller));
      return desk.backend.ask('assistanceStanding', { params: { verificationId } });
    },

    'wires.expect': (input, caller) =>
      send(expectWire(desk, requireCall(desk.calls, caller), caller.userId, input)),
  };
}

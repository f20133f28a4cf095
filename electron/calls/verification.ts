import type { KeptCall } from '#db/journal/call-rows.ts';
import type { Verification } from '#shared/contract/verifications.ts';
import type { Factor } from '#shared/verification/policy.ts';
import { openCallView } from '../call/open-call-view.ts';
import { requireCall } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

function noteStanding(desk: DeskParts, callId: string, verification: Verification): void {
  if (verification.state === 'verified') {
    desk.calls.note(callId, 'verified', verification.callerRole);
  } else if (verification.state === 'locked') {
    desk.calls.note(callId, 'locked', verification.mrn);
  } else if (verification.state === 'refused') {
    desk.calls.note(callId, 'refused', verification.refusal ?? verification.callerRole);
  }
}

function keep(desk: DeskParts, call: KeptCall, verification: Verification) {
  const changed = desk.calls.change(call.callId, { verification });
  noteStanding(desk, call.callId, verification);
  desk.news.tell('call');
  desk.news.tell('balance');
  return openCallView(desk, changed);
}

function noteAnswer(desk: DeskParts, callId: string, factor: Factor, after: Verification): void {
  const matched = after.matched.includes(factor);
  desk.calls.note(callId, matched ? 'factor_matched' : 'factor_failed', factor);
}

/** Verifying the caller. The backend holds the answers and counts the failures; the desk only asks. */
export function verificationHandlers(
  desk: DeskParts,
): SomeHandlers<'verification.begin' | 'verification.answer'> {
  return {
    async 'verification.begin'({ callerRole, callerName }, caller) {
      const call = requireCall(desk.calls, caller);
      if (!call.patient) throw new Refused('no_patient');
      const verification = await desk.backend.ask('beginVerification', {
        body: {
          callId: call.callId,
          mrn: call.patient.mrn,
          callerRole,
          ...(callerName && { callerName }),
        },
      });
      desk.calls.note(call.callId, 'caller_role', callerRole);
      return keep(desk, call, verification);
    },

    async 'verification.answer'({ factor, said }, caller) {
      const call = requireCall(desk.calls, caller);
      if (!call.verification) throw new Refused('not_verified');
      const { verificationId } = call.verification;
      const verification = await desk.backend.ask('answerFactor', {
        params: { verificationId },
        body: { factor, said },
      });
      noteAnswer(desk, call.callId, factor, verification);
      return keep(desk, call, verification);
    },
  };
}

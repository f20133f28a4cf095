import type { KeptCall } from '#db/journal/call-rows.ts';
import type { Verification } from '#shared/contract/verifications.ts';
import type { RefusalReason } from '#shared/desk/refusal.ts';
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

function keep(desk: DeskParts, { callId }: KeptCall, verification: Verification) {
  // While the backend was asked, the call may have been turned to another patient.
  if (desk.calls.find(callId)?.patient?.mrn !== verification.mrn) {
    throw new Refused('verification_not_found');
  }
  const changed = desk.calls.change(callId, { verification });
  noteStanding(desk, callId, verification);
  desk.news.tell('call');
  desk.news.tell('balance');
  return openCallView(desk, changed);
}

function keepAnswer(desk: DeskParts, call: KeptCall, factor: Factor, after: Verification) {
  const matched = after.matched.includes(factor);
  desk.calls.note(call.callId, matched ? 'factor_matched' : 'factor_failed', factor);
  return keep(desk, call, after);
}

/** Refusals after which an answer may have been weighed all the same, now or when it was given first. */
const perhapsWeighed: readonly RefusalReason[] = [
  'unreachable',
  'backend_nonsense',
  'bad_request',
  'verification_closed',
  'record_locked',
];

/** What the backend holds of a verification if it has weighed an answer that this desk never heard of. */
async function weighedUnheard(
  desk: DeskParts,
  known: Verification,
  factor: Factor,
): Promise<Verification | undefined> {
  const { verificationId } = known;
  const now = await desk.backend
    .ask('verification', { params: { verificationId } })
    .catch(() => undefined);
  const answered = (at: Verification) => [...at.matched, ...at.failed].includes(factor);
  return now && answered(now) && !answered(known) ? now : undefined;
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
      try {
        const after = await desk.backend.ask('answerFactor', {
          params: { verificationId },
          body: { factor, said },
        });
        return keepAnswer(desk, call, factor, after);
      } catch (failure) {
        if (!(failure instanceof Refused && perhapsWeighed.includes(failure.reason))) throw failure;
        const weighed = await weighedUnheard(desk, call.verification, factor);
        if (!weighed) throw failure;
        return keepAnswer(desk, call, factor, weighed);
      }
    },
  };
}

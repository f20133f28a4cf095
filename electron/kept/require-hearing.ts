import type { KeptCall } from '#db/journal/call-rows.ts';
import { requireVerified } from '../call/require-call.ts';
import { Refused } from '../desk/refused.ts';

/** A call whose caller may hear everything, with what that makes known; refuses otherwise. */
export function requireHearing(call: KeptCall) {
  const verification = requireVerified(call);
  if (!call.patient || verification.discloses !== 'everything') throw new Refused('not_verified');
  return {
    patient: call.patient,
    guarantorId: verification.guarantorId,
    verificationId: verification.verificationId,
  };
}

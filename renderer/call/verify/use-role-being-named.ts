import type { OpenCall } from '#shared/desk/open-call.ts';
import type { CallerRole } from '#shared/verification/policy.ts';
import { useKept } from '../../desk/kept.ts';

/** Roles whose caller is asked for a name before anything else: third parties. */
export function needsName(role: CallerRole): boolean {
  return role === 'authorised_representative' || role === 'guest_payer';
}

/** The role that was chosen and still waits for the caller's name; the words to say follow it. */
export function useRoleBeingNamed(
  call: OpenCall,
): [CallerRole | null, (role: CallerRole | null) => void] {
  return useKept<CallerRole | null>(`${call.callId}:role-named`, null);
}

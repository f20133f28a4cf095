import type { Balance } from '#shared/billing/balance.ts';
import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import { noteShownFromCopy } from '../audit/shown-from-copy.ts';
import { requireCall, requireVerified } from '../call/require-call.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import type { SomeHandlers } from './handlers.ts';

/** The newer of what the backend last said of this bill, and what the copy of the records makes of it. */
function balanceAtHand(desk: DeskParts, guarantorId: GuarantorId): Balance | undefined {
  const kept = desk.balances.kept(guarantorId);
  const copied = desk.records.balance(guarantorId);
  if (!kept || !copied) return kept ?? copied;
  return Date.parse(copied.asOf) > Date.parse(kept.asOf) ? copied : kept;
}

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
        const balance = away ? balanceAtHand(desk, verification.guarantorId) : undefined;
        if (!balance) throw failure;
        noteShownFromCopy(desk, caller, 'balance_read_in_copy', verification.mrn);
        return { balance, source: 'kept' };
      }
    },
  };
}

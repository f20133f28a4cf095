import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { requireCall, requireVerified } from '../call/require-call.ts';
import type { Caller } from '../calls/handlers.ts';
import type { DeskParts } from '../desk/desk-parts.ts';

/** Under which verification this person may ask about a payment; a supervisor, who is on no call, under none. */
export function verificationOf(desk: Pick<DeskParts, 'calls'>, caller: Caller): string | null {
  if (caller.role === 'supervisor') return null;
  return requireVerified(requireCall(desk.calls, caller)).verificationId;
}

/** One payment's life as the backend tells it to whoever is on the call. */
export function historyOf(
  desk: DeskParts,
  caller: Caller,
  key: AttemptKey,
): Promise<PaymentHistory> {
  const verificationId = verificationOf(desk, caller);
  return desk.backend.ask('paymentHistory', {
    params: { key },
    query: verificationId === null ? {} : { verificationId },
  });
}

import type { Refund } from '#shared/billing/refund.ts';
import { holdsCardNumber } from '#shared/cards/card-number-in.ts';
import type { CallInput } from '#shared/desk/calls.ts';
import type { Caller } from '../calls/handlers.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { sendRefund } from './follow-refund.ts';
import { verificationOf } from './history.ts';

/**
 * Asks for money back. The wish is in the journal, under its key, before the backend hears of it, and is
 * followed to the truth when the answer is lost.
 */
export async function askRefund(
  desk: DeskParts,
  caller: Caller,
  { key, refundKey, amountCents, reason }: CallInput<'payments.refund'>,
): Promise<Refund> {
  // It would be kept here before the backend could refuse it (PCI DSS 3.5.1).
  if (holdsCardNumber(reason)) throw new Refused('card_in_reason', 'reason');
  const { backend, calls, refunds, turns } = desk;
  const verificationId = verificationOf(desk, caller);
  const callId = verificationId === null ? null : (calls.open(caller.userId)?.callId ?? null);
  const { userId } = caller;
  const wish = { refundKey, paymentKey: key, amountCents, reason, userId, callId, verificationId };
  return await turns.take(refundKey, () => {
    refunds.commit(wish);
    return sendRefund({ userBackend: backend, refunds }, wish);
  });
}

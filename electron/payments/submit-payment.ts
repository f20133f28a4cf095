import { v7 as uuidv7 } from 'uuid';
import type { KeptCall } from '#db/journal/call-rows.ts';
import { summarise } from '#shared/balance/summarise.ts';
import type { OrderedMethod, PaymentOrder } from '#shared/contract/payments.ts';
import type { Verification } from '#shared/contract/verifications.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { PaymentDraft } from '#shared/desk/payment-calls.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { requireVerified } from '../call/require-call.ts';
import { nowOf, todayOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { chargedMethod } from './charged-method.ts';
import { refuseOverpayment, refuseWrongSplit } from './check-draft.ts';
import { refuseWhileOpen } from './open-blocks.ts';
import { orderFingerprint } from './order-fingerprint.ts';
import { sendAttempt } from './send-attempt.ts';

/**
 * The backend is asked before anything is written: a payment never relies on a balance that was read
 * earlier. A guest's is not theirs to hear; there the backend's word is that it can be reached.
 */
async function refuseIfNotPayable(
  desk: DeskParts,
  verification: Verification,
  draft: PaymentDraft,
): Promise<void> {
  if (verification.discloses !== 'everything') {
    await desk.backend.ask('currentSession', {});
    return;
  }
  const fresh = await desk.balances.read(verification);
  const { openCents } = summarise(fresh, todayOf(desk.clock));
  if (openCents !== draft.totalSeenCents) {
    desk.news.tell('balance');
    throw new Refused('balance_changed');
  }
  refuseOverpayment(draft, fresh);
}

function orderOf(
  call: KeptCall,
  verification: Verification,
  method: OrderedMethod,
  draft: PaymentDraft,
): PaymentOrder {
  return {
    guarantorId: verification.guarantorId,
    callId: call.callId,
    verificationId: verification.verificationId,
    method,
    amountCents: draft.amountCents,
    allocation: draft.allocation,
    duplicateAcknowledged: draft.duplicateAcknowledged,
  };
}

/**
 * Takes a payment on the open call. One transaction writes the attempt, its split and an audit row;
 * only then does the network hear of it. What was captured or chosen is good for this one attempt, whatever comes of it.
 */
export async function submitPayment(
  desk: DeskParts,
  call: KeptCall,
  userId: string,
  draft: PaymentDraft,
): Promise<Attempt> {
  const verification = requireVerified(call);
  refuseWrongSplit(draft);
  const { guarantorId } = verification;
  return await desk.turns.take(guarantorId, async () => {
    await refuseWhileOpen(desk, guarantorId);
    chargedMethod(desk.captured.of(call.callId), draft.amountCents);
    await refuseIfNotPayable(desk, verification, draft);
    const { ordered, named, storedMethodId } = chargedMethod(
      desk.captured.of(call.callId),
      draft.amountCents,
    );
    const order = orderOf(call, verification, ordered, draft);
    const key = uuidv7() as AttemptKey;
    desk.attempts.commit({
      key,
      callId: call.callId,
      userId,
      guarantorId,
      method: named,
      storedMethodId,
      authorisation: 'authorisation' in ordered ? ordered.authorisation : null,
      amountCents: draft.amountCents,
      allocation: draft.allocation,
      orderFingerprint: orderFingerprint(order),
      committedAt: nowOf(desk.clock),
    });
    desk.captured.forget();
    desk.news.tell('call');
    await sendAttempt(
      { backend: desk.plainBackend, book: desk.attempts, timeoutMs: desk.timeouts.paymentMs },
      key,
      order,
      desk.session.token(),
    );
    return desk.attempts.mustRead(key);
  });
}

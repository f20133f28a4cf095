import type { Payment } from '#shared/billing/payment.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';
import { isNoAnswer } from './no-answer.ts';
import { samePayment } from './same-payment.ts';

async function voided({ backend }: DeskParts, attempt: Attempt, reason: string): Promise<Payment> {
  const params = { key: attempt.key };
  try {
    return await backend.ask('voidPayment', { params, body: { reason } });
  } catch (failure) {
    if (!(failure instanceof Refused && isNoAnswer(failure.reason))) throw failure;
    const payment = await backend.ask('payment', { params });
    if (payment.state !== 'voided') throw failure;
    return payment;
  }
}

/**
 * Takes an approved payment back before the cut-off. After a lost answer the backend is asked what
 * became of it, and it is followed from then on; voiding twice changes nothing there, so the person may
 * simply ask again.
 */
export async function voidPayment(
  desk: DeskParts,
  userId: string,
  key: AttemptKey,
  reason: string,
): Promise<Attempt> {
  const attempt = desk.attempts.read(key);
  if (!attempt) throw new Refused('payment_not_found');
  desk.voids.ask(key, userId);
  return await desk.turns.take(attempt.guarantorId, async () => {
    const payment = samePayment(attempt, await voided(desk, attempt, reason));
    desk.attempts.markTruth(key, payment);
    desk.news.tell('balance');
    return desk.attempts.mustRead(key);
  });
}

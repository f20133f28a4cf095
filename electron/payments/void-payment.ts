import type { Attempt } from '#shared/desk/attempt.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { Refused } from '../desk/refused.ts';

/**
 * Takes an approved payment back before the cut-off. Voiding twice changes nothing at the backend, so
 * after a lost answer the person may simply ask again.
 */
export async function voidPayment(
  desk: DeskParts,
  key: AttemptKey,
  reason: string,
): Promise<Attempt> {
  const attempt = desk.attempts.read(key);
  if (!attempt) throw new Refused('payment_not_found');
  return await desk.turns.take(attempt.guarantorId, async () => {
    const payment = await desk.backend.ask('voidPayment', { params: { key }, body: { reason } });
    desk.attempts.markTruth(key, payment);
    desk.news.tell('balance');
    return desk.attempts.mustRead(key);
  });
}

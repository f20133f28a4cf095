import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Asker } from './resolve-attempt.ts';
import { samePayment } from './same-payment.ts';
import type { VoidBook } from './void-book.ts';

/**
 * Asks what became of a payment that somebody wants back. A void whose answer was lost may have been
 * done, and the backend finishes one that its processor did not answer; this never asks for one again.
 */
export async function followVoid(
  { backend, book, token, voids }: Asker & { readonly voids: VoidBook },
  key: AttemptKey,
): Promise<void> {
  try {
    const attempt = book.mustRead(key);
    if (attempt.state !== 'approved') return;
    const reply = await backend.ask('payment', { params: { key } }, { token: token() });
    const payment = samePayment(attempt, reply);
    if (payment.state === 'approved') voids.askLater(key);
    else book.markTruth(key, payment);
  } catch {
    voids.askLater(key);
  }
}

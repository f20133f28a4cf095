import type { Payment } from '#shared/billing/payment.ts';
import type { PaymentStanding } from '#shared/contract/payments.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { isOpen } from '#shared/payments/states.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendNonsense, BackendRefused } from '../backend/failures.ts';
import type { AttemptBook } from './attempt-book.ts';
import { samePayment } from './same-payment.ts';

export interface Asker {
  readonly backend: BackendClient;
  readonly book: AttemptBook;
  /** The session's token, or the workstation's own while nobody is signed in. */
  readonly token: () => string | undefined;
}

/** The payment under this key; null once it is certain that there is none and never will be. */
async function askByKey(
  { backend, token }: Asker,
  key: AttemptKey,
): Promise<Payment | PaymentStanding | null> {
  const options = { token: token() };
  try {
    return await backend.ask('payment', { params: { key } }, options);
  } catch (failure) {
    const unheardOf = failure instanceof BackendRefused && failure.code === 'payment_not_found';
    if (!unheardOf) throw failure;
  }
  const closed = await backend.ask('abandonPayment', { params: { key } }, options);
  if (closed.key !== key) throw new BackendNonsense('a reply about another payment');
  return closed.payment;
}

/**
 * Finds out what became of one attempt. Asks by key first. A key that was never heard of is closed at
 * the backend before the attempt ends as `not_charged`, so that a request still somewhere on the wire
 * cannot charge afterwards. Gives whether the outcome is known now; never charges anything.
 */
export async function resolveAttempt(asker: Asker, key: AttemptKey): Promise<boolean> {
  const { book } = asker;
  const attempt = book.read(key);
  if (!attempt || !isOpen(attempt.state)) return true;
  if (attempt.state === 'ready') {
    book.markNotCharged(key, null);
    return true;
  }
  if (attempt.state === 'sent') book.markUnknown(key);
  try {
    const reply = await askByKey(asker, key);
    const payment = reply && samePayment(attempt, reply);
    if (reply && 'overriddenAt' in reply && reply.overriddenAt) {
      book.noteOverride(key, reply.overriddenAt);
    }
    if (payment === null) book.markNotCharged(key, null);
    else if (isOpen(payment.state)) book.askLater(key);
    else book.markTruth(key, payment);
    return payment === null || !isOpen(payment.state);
  } catch {
    book.askLater(key);
    return false;
  }
}

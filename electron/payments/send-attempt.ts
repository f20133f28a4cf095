import { JournalFailed } from '#db/failures.ts';
import { type PaymentOrder, RefusedForGood } from '#shared/contract/payments.ts';
import { IDEMPOTENCY_HEADER } from '#shared/contract/protocol.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendRefused } from '../backend/failures.ts';
import type { AttemptBook } from './attempt-book.ts';
import { samePayment } from './same-payment.ts';

export interface Sender {
  readonly backend: BackendClient;
  readonly book: AttemptBook;
  readonly timeoutMs: number;
}

/** What the backend's answer, or its silence, is to be written down as. */
async function answerTo(
  { backend, book, timeoutMs }: Sender,
  key: AttemptKey,
  order: PaymentOrder,
  token: string | undefined,
): Promise<() => void> {
  try {
    const reply = await backend.ask(
      'submitPayment',
      { headers: { [IDEMPOTENCY_HEADER]: key }, body: order },
      { token, timeoutMs },
    );
    const payment = samePayment(book.mustRead(key), reply);
    return () => book.markTruth(key, payment);
  } catch (failure) {
    const code = failure instanceof BackendRefused && RefusedForGood.safeParse(failure.code).data;
    return () => (code ? book.markNotCharged(key, code) : book.markUnknown(key));
  }
}

/**
 * Sends a committed attempt once and writes down what came back. Whatever is not a plain answer leaves
 * the attempt `unknown`; the resolver asks by key from there. This never sends a second time.
 */
export async function sendAttempt(
  sender: Sender,
  key: AttemptKey,
  order: PaymentOrder,
  token: string | undefined,
): Promise<void> {
  sender.book.markSent(key);
  const writeDown = await answerTo(sender, key, order, token);
  try {
    writeDown();
  } catch (failure) {
    // A full disk cannot unsend: the attempt stands as `sent`, and the resolver asks until it can write.
    if (!(failure instanceof JournalFailed)) throw failure;
  }
}

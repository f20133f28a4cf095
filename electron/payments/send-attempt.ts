import type { Payment } from '#shared/billing/payment.ts';
import type { PaymentOrder } from '#shared/contract/payments.ts';
import type { ProblemCode } from '#shared/contract/problem.ts';
import { IDEMPOTENCY_HEADER } from '#shared/contract/protocol.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { BackendClient } from '../backend/client.ts';
import { BackendRefused } from '../backend/failures.ts';
import type { AttemptBook } from './attempt-book.ts';
import { samePayment } from './same-payment.ts';

/**
 * Refusals after which money may have moved all the same: the key already belongs to another request,
 * or the answer came from something in between.
 */
const notAnAnswer: readonly ProblemCode[] = [
  'key_reused',
  'too_many_requests',
  'unavailable',
  'internal',
];

export interface Sender {
  readonly backend: BackendClient;
  readonly book: AttemptBook;
  readonly timeoutMs: number;
}

/**
 * Sends a committed attempt once and writes down what came back. Whatever is not a plain answer leaves
 * the attempt `unknown`; the resolver asks by key from there. This never sends a second time.
 */
export async function sendAttempt(
  { backend, book, timeoutMs }: Sender,
  key: AttemptKey,
  order: PaymentOrder,
  token: string | undefined,
): Promise<void> {
  book.markSent(key);
  let payment: Payment;
  try {
    const reply = await backend.ask(
      'submitPayment',
      { headers: { [IDEMPOTENCY_HEADER]: key }, body: order },
      { token, timeoutMs },
    );
    payment = samePayment(book.mustRead(key), reply);
  } catch (failure) {
    if (failure instanceof BackendRefused && !notAnAnswer.includes(failure.code)) {
      book.markNotCharged(key, failure.code);
    } else {
      book.markUnknown(key);
    }
    return;
  }
  book.markTruth(key, payment);
}

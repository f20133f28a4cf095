import type { Payment } from '#shared/billing/payment.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import { BackendNonsense } from '../backend/failures.ts';

/** A reply about another payment, or another amount, says nothing of this attempt. */
export function samePayment(attempt: Attempt, payment: Payment): Payment {
  const isSame = payment.key === attempt.key && payment.amountCents === attempt.amountCents;
  if (!isSame) throw new BackendNonsense('a reply about another payment');
  return payment;
}

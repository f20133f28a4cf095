import { duplicateOf } from '#shared/balance/duplicate.ts';
import type { Payment } from '#shared/billing/payment.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { Attempt } from '#shared/desk/attempt.ts';
import type { Cents } from '#shared/money/cents.ts';

export type EarlierPayment = Pick<Payment, 'amountCents' | 'takenAt' | 'state' | 'method'>;

/**
 * The payment of the same amount that a caller may have forgotten: among those of the balance, and those
 * of this call, which a balance read before them does not hold yet.
 */
export function findDuplicate(
  payments: readonly Payment[],
  attempts: readonly Attempt[],
  amountCents: Cents,
  now: Instant,
): EarlierPayment | undefined {
  const onThisCall = attempts.map((attempt): EarlierPayment => {
    const { amountCents, state, method, committedAt } = attempt;
    return { amountCents, state, method, takenAt: committedAt };
  });
  return duplicateOf<EarlierPayment>([...payments, ...onThisCall], amountCents, now);
}

/** Whether the backend itself refused the newest attempt on this call as a repeat of this amount. */
export function wasRefusedAsDuplicate(attempts: readonly Attempt[], amountCents: Cents): boolean {
  const newest = attempts
    .toSorted((left, right) => left.committedAt.localeCompare(right.committedAt))
    .at(-1);
  return newest?.refusal === 'duplicate_suspected' && newest.amountCents === amountCents;
}

import type { Payment } from '../billing/payment.ts';
import type { Instant } from '../calendar/dates.ts';
import type { Cents } from '../money/cents.ts';
import type { PaymentState } from '../payments/states.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** States in which no money of the payment is, or will be, with the organization. */
const cameToNothing: readonly PaymentState[] = [
  'declined',
  'not_charged',
  'returned',
  'voided',
  'refunded',
  'expired',
];

/**
 * The newest payment of the same amount within the 24 hours before `now` that took money or may still
 * take it; undefined when there is none. The caller must say that they want to pay again.
 */
export function duplicateOf<Known extends Pick<Payment, 'amountCents' | 'takenAt' | 'state'>>(
  payments: readonly Known[],
  amountCents: Cents,
  now: Instant,
): Known | undefined {
  const since = Date.parse(now) - DAY_MS;
  return payments
    .filter(
      each =>
        each.amountCents === amountCents &&
        !cameToNothing.includes(each.state) &&
        Date.parse(each.takenAt) > since,
    )
    .sort((left, right) => Date.parse(right.takenAt) - Date.parse(left.takenAt))[0];
}

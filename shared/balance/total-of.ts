import type { Charge } from '../billing/charge.ts';
import { type Cents, sumCents } from '../money/cents.ts';

/** The sum of one amount over charges, in cents. */
export function totalOf(
  charges: readonly Charge[],
  of: 'openCents' | 'insurancePaidCents' | 'adjustedCents',
): Cents {
  return sumCents(charges.map(charge => charge[of]));
}

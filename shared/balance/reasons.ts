import type { Charge } from '../billing/charge.ts';
import { type Cents, cents, noCents } from '../money/cents.ts';

/** Why something is left to pay although there is insurance, or because there is none. */
export const reasons = [
  'deductible',
  'coinsurance',
  'copay',
  'insuranceLeft',
  'denied',
  'uninsured',
  'lateFee',
  'interest',
  'correction',
] as const;
export type Reason = (typeof reasons)[number];

function reasonOf({ kind, insurance }: Charge): Reason | undefined {
  if (kind === 'late_fee') return 'lateFee';
  if (kind === 'finance_charge') return 'interest';
  if (kind === 'adjustment') return 'correction';
  if (insurance === 'pending') return undefined;
  if (kind === 'deductible' || kind === 'coinsurance' || kind === 'copay') return kind;
  if (insurance === 'denied') return 'denied';
  return insurance === 'paid' ? 'insuranceLeft' : 'uninsured';
}

/** What is left of open charges of care, by reason; what the insurance has not answered for is not among it. */
export function reasonsOf(care: readonly Charge[]): { reason: Reason; amountCents: Cents }[] {
  const left = new Map<Reason, Cents>();
  for (const charge of care) {
    const reason = reasonOf(charge);
    if (reason) left.set(reason, cents((left.get(reason) ?? noCents) + charge.openCents));
  }
  return reasons.flatMap(reason => {
    const amountCents = left.get(reason);
    return amountCents ? [{ reason, amountCents }] : [];
  });
}

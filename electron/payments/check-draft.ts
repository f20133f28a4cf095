import type { Balance } from '#shared/billing/balance.ts';
import type { PaymentDraft } from '#shared/desk/payment-calls.ts';
import { sumCents } from '#shared/money/cents.ts';
import { allocatedCents } from '#shared/payments/allocation.ts';
import { Refused } from '../desk/refused.ts';

/** Refuses a split by hand that does not add up to the amount, or names a charge twice. */
export function refuseWrongSplit({ amountCents, allocation }: PaymentDraft): void {
  if (allocation === 'oldest_first') return;
  const charges = new Set(allocation.map(part => part.chargeId));
  if (charges.size < allocation.length || allocatedCents(allocation) !== amountCents) {
    throw new Refused('allocation_mismatch', 'allocation');
  }
}

/**
 * Refuses what the backend would refuse too, before an attempt is written and the captured card is
 * spent on it: more than is open, in all or on one charge, and charges that are not on this balance.
 */
export function refuseOverpayment(
  { amountCents, allocation }: PaymentDraft,
  { charges }: Balance,
): void {
  if (amountCents > sumCents(charges.map(charge => charge.openCents))) {
    throw new Refused('amount_over_balance', 'amountCents');
  }
  for (const part of allocation === 'oldest_first' ? [] : allocation) {
    const charge = charges.find(each => each.chargeId === part.chargeId);
    if (!charge) throw new Refused('allocation_mismatch', 'allocation');
    if (part.amountCents > charge.openCents) throw new Refused('amount_over_balance', 'allocation');
  }
}

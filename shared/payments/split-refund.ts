import { type Cents, cents, lesserCents } from '../money/cents.ts';

/** What of a payment's part can still be given back. */
export interface RefundablePart {
  readonly chargeId: string;
  readonly accountId: string;
  readonly ledger: 'medical' | 'premium';
  /** Found nothing open on the charge: the guarantor's credit. */
  readonly creditCents: Cents;
  /** Pays the charge. */
  readonly appliedCents: Cents;
}

/** Where a refund is taken from: the credit first, which opens nothing again. */
export interface RefundPart extends Omit<RefundablePart, 'appliedCents'> {
  /** What becomes open on the charge again. */
  readonly reopenedCents: Cents;
}

/**
 * Takes `amountCents` out of a payment's parts: first all that is a credit, then what was paid last, so that
 * the oldest charges stay paid. `parts` come oldest first. Parts that give nothing are left out; undefined
 * when the parts hold less than the amount.
 */
export function splitRefund(
  amountCents: Cents,
  parts: readonly RefundablePart[],
): RefundPart[] | undefined {
  let left = amountCents;
  const take = (held: Cents): Cents => {
    const taken = lesserCents(left, held);
    left = cents(left - taken);
    return taken;
  };
  const youngestFirst = parts.toReversed();
  const credits = youngestFirst.map(part => take(part.creditCents));
  const taken = youngestFirst.map(({ appliedCents, ...part }, index) => ({
    ...part,
    creditCents: credits[index] as Cents,
    reopenedCents: take(appliedCents),
  }));
  return left > 0 ? undefined : taken.filter(part => part.creditCents + part.reopenedCents > 0);
}

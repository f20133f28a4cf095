import { z } from 'zod';
import type { ChargeKind } from '../billing/charge.ts';
import { type Cents, cents, lesserCents, PositiveCents, sumCents } from '../money/cents.ts';

/** The part of a payment that pays one charge. */
export const Allocation = z.object({ chargeId: z.uuid(), amountCents: PositiveCents });
export type Allocation = z.infer<typeof Allocation>;

/** The most charges one payment names; nobody reads a longer split to a caller. */
export const MOST_PARTS = 500;

/** What allocation needs to know of a charge: what is open, since when it is due. */
export interface PayableCharge {
  readonly chargeId: string;
  readonly openCents: Cents;
  readonly dueOn: string | null;
  readonly servicedOn: string;
}

/** Oldest first: by due date, then date of service, then id; charges not yet due come last. */
function byAge(left: PayableCharge, right: PayableCharge): number {
  const leftDue = left.dueOn ?? '9999-12-31';
  const rightDue = right.dueOn ?? '9999-12-31';
  return (
    leftDue.localeCompare(rightDue) ||
    left.servicedOn.localeCompare(right.servicedOn) ||
    left.chargeId.localeCompare(right.chargeId)
  );
}

/**
 * Splits `amountCents` over open charges, the oldest first. Gives fewer cents than asked when less is
 * open; the caller decides what an overpayment means.
 */
export function allocateOldestFirst(
  amountCents: Cents,
  charges: readonly PayableCharge[],
): Allocation[] {
  let left = amountCents;
  const allocations: Allocation[] = [];
  for (const charge of [...charges].filter(each => each.openCents > 0).sort(byAge)) {
    if (left <= 0) break;
    const share = lesserCents(left, charge.openCents);
    allocations.push({ chargeId: charge.chargeId, amountCents: share });
    left = cents(left - share);
  }
  return allocations;
}

/**
 * Splits as `allocateOldestFirst` does, the billed interest of a plan before everything else: a plan's money pays
 * its interest first, then the balance.
 */
export function allocateInterestFirst(
  amountCents: Cents,
  charges: readonly (PayableCharge & { readonly kind: ChargeKind })[],
): Allocation[] {
  const isInterest = ({ kind }: { kind: ChargeKind }) => kind === 'finance_charge';
  const interest = allocateOldestFirst(amountCents, charges.filter(isInterest));
  const left = cents(amountCents - allocatedCents(interest));
  const others = charges.filter(charge => !isInterest(charge));
  return [...interest, ...allocateOldestFirst(left, others)];
}

/** The sum of all parts, in cents. */
export function allocatedCents(allocations: readonly Allocation[]): Cents {
  return sumCents(allocations.map(each => each.amountCents));
}

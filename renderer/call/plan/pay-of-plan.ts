import { payableCharges } from '#shared/balance/payable.ts';
import type { Balance } from '#shared/billing/balance.ts';
import { type Cents, cents, lesserCents } from '#shared/money/cents.ts';
import { amountText } from '#shared/money/show-money.ts';
import type { AgreedPlan } from '#shared/plans/agreed.ts';
import type { PayForm } from '../payment/pay-form.ts';
import { partsOldestFirst } from '../payment/read-split.ts';

/** The parts of an amount over the plan's own charges, in their order: its interest first. */
function partsOf({ openCharges }: AgreedPlan, amountCents: Cents): Record<string, string> {
  const parts: Record<string, string> = {};
  let left = amountCents;
  for (const { chargeId, openCents } of openCharges) {
    const part = lesserCents(left, openCents);
    if (part > 0) parts[chargeId] = amountText(part);
    left = cents(left - part);
  }
  return parts;
}

/**
 * The payment of so much of a plan, which pays the charges of the plan and no other: by hand where something beside it
 * is older, such as care that the insurance has not answered, and else the oldest first as usual.
 */
export function payOfPlan(
  plan: AgreedPlan,
  amountCents: Cents,
  balance: Balance,
): Pick<PayForm, 'ledger' | 'choice' | 'typed' | 'split' | 'parts'> {
  const own = new Set(plan.openCharges.map(each => each.chargeId));
  const rule = partsOldestFirst(amountCents, payableCharges(balance, 'medical'));
  const isOwn = Object.keys(rule).every(chargeId => own.has(chargeId));
  const split = isOwn
    ? ({ split: 'oldest_first', parts: {} } as const)
    : ({ split: 'by_hand', parts: partsOf(plan, amountCents) } as const);
  return { ledger: 'medical', choice: 'other', typed: amountText(amountCents), ...split };
}

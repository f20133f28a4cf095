import type { LedgerKind } from '../billing/account.ts';
import type { Balance } from '../billing/balance.ts';
import type { Charge } from '../billing/charge.ts';
import { type Cents, cents, noCents, sumCents } from '../money/cents.ts';
import { chargesOf } from './summarise.ts';

/**
 * The open charges that one payment may pay: those of one ledger, without accounts whose earlier payment
 * has no outcome yet. Care and premium are paid apart at the desk.
 */
export function payableCharges(balance: Balance, ledger: LedgerKind): Charge[] {
  const held = new Set(balance.accounts.filter(each => each.held).map(each => each.accountId));
  return chargesOf(balance, ledger).filter(
    charge => charge.openCents > 0 && !held.has(charge.accountId),
  );
}

/** The most that can be paid on these charges, in cents. */
export function payableCents(charges: readonly Charge[]): Cents {
  return sumCents(charges.map(charge => charge.openCents));
}

/** By how many cents an amount is above what can be paid on these charges; 0 when it is not. */
export function overpayment(amountCents: Cents, charges: readonly Charge[]): Cents {
  const over = amountCents - payableCents(charges);
  return over > 0 ? cents(over) : noCents;
}

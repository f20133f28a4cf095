import { type Cents, cents, lesserCents, noCents, sumCents } from '../money/cents.ts';
import { interestFor } from './interest.ts';

/** What is paid off: a balance at a rate, its first payment due after so many thirtieths of a month. */
export interface Debt {
  readonly amountCents: Cents;
  readonly rateBps: number;
  readonly firstPeriodThirtieths: number;
  /** Interest owed from before, which bears none itself. */
  readonly carriedInterestCents: Cents;
}

/** One payment: what it is made of, and the balance it leaves. */
export interface Payment {
  readonly amountCents: Cents;
  readonly interestCents: Cents;
  readonly principalCents: Cents;
  readonly balanceCents: Cents;
}

/**
 * Pays `levelCents` a month until nothing is owed, interest first; the last of at most `months` payments
 * takes the remainder, whatever it is. There is no payment of 0.
 */
export function payOff(debt: Debt, levelCents: Cents, months: number): Payment[] {
  const payments: Payment[] = [];
  let balance = debt.amountCents;
  let interestDue = debt.carriedInterestCents;
  for (let month = 1; month <= months; month += 1) {
    const thirtieths = month === 1 ? debt.firstPeriodThirtieths : 30;
    interestDue = sumCents([interestDue, interestFor(balance, debt.rateBps, thirtieths)]);
    const owed = sumCents([balance, interestDue]);
    if (owed === 0) break;
    const amountCents = month === months ? owed : lesserCents(levelCents, owed);
    const interestCents = lesserCents(amountCents, interestDue);
    const principalCents = cents(amountCents - interestCents);
    balance = cents(balance - principalCents);
    interestDue = cents(interestDue - interestCents);
    payments.push({ amountCents, interestCents, principalCents, balanceCents: balance });
  }
  return payments;
}

/** The last payment's amount, in cents; nothing gives 0. */
export function lastAmount(payments: readonly Payment[]): Cents {
  return payments.at(-1)?.amountCents ?? noCents;
}

import { type Cents, cents } from '../money/cents.ts';
import { roundHalfUp } from '../money/round-half-up.ts';
import { MONTHLY } from './interest.ts';
import { type Debt, lastAmount, payOff } from './pay-off.ts';

/** The annuity whose first period is as long as it is, exactly, then rounded half up to the cent. */
function nearestLevel(debt: Debt, months: number): Cents {
  const [amount, rate] = [BigInt(debt.amountCents), BigInt(debt.rateBps)];
  const carried = BigInt(debt.carriedInterestCents);
  if (rate === 0n) return cents(Number(roundHalfUp(amount + carried, BigInt(months))));
  const growth = (MONTHLY + rate) ** BigInt(months - 1);
  const whole = MONTHLY ** BigInt(months - 1);
  const firstOwed =
    amount * (30n * MONTHLY + rate * BigInt(debt.firstPeriodThirtieths)) + 30n * MONTHLY * carried;
  const worthOfPayments = 30n * MONTHLY * (growth * rate + (growth - whole) * MONTHLY);
  return cents(Number(roundHalfUp(firstOwed * growth * rate, worthOfPayments)));
}

/** The smallest payment that leaves a last one no larger than itself, in cents. */
function leastLevel(debt: Debt, months: number): Cents {
  let [low, high] = [1, Number(lastAmount(payOff(debt, cents(1), 1)))];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (lastAmount(payOff(debt, cents(middle), months)) <= middle) high = middle;
    else low = middle + 1;
  }
  return cents(low);
}

/**
 * The level payment over so many months: the annuity to the nearest cent. Where a cent weighs so much
 * that the last payment would be a balloon, more than twice the others (12 CFR 1026.18(s)(5)(i)), or that
 * nothing is left to pay before the term ends, it is the smallest payment that avoids a larger last one.
 */
export function levelPayment(debt: Debt, months: number): Cents {
  const nearest = nearestLevel(debt, months);
  if (nearest > 0) {
    const payments = payOff(debt, nearest, months);
    if (payments.length === months && lastAmount(payments) <= 2 * nearest) return nearest;
  }
  return leastLevel(debt, months);
}

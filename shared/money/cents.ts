import { z } from 'zod';

/** Ten billion dollars: more than any account holds, and far inside exact integers. */
const LARGEST_CENTS = 1_000_000_000_000;

/** An amount of US money in whole cents. Never a float, never dollars. */
export const Cents = z.int().min(-LARGEST_CENTS).max(LARGEST_CENTS).brand<'Cents'>();
export type Cents = z.infer<typeof Cents>;

/** An amount above zero, in cents: what may be charged, allocated or billed. */
export const PositiveCents = z.int().min(1).max(LARGEST_CENTS).brand<'Cents'>();

export const noCents = 0 as Cents;

/** Takes a whole number of cents; throws a RangeError on fractions and on what no account holds. */
export function cents(amount: number): Cents {
  if (!Number.isInteger(amount) || Math.abs(amount) > LARGEST_CENTS) {
    throw new RangeError(`${amount} is not a whole number of cents`);
  }
  return amount as Cents;
}

/** The exact sum of amounts in cents; nothing gives 0. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** The smaller of two amounts in cents. */
export function lesserCents(left: Cents, right: Cents): Cents {
  return left < right ? left : right;
}

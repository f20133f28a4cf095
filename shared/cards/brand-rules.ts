import { CardBrand } from './brands.ts';

type Range = readonly [from: number, to: number];

interface BrandRule {
  /** First six digits, ends included. */
  readonly ranges: readonly Range[];
  readonly lengths: readonly number[];
  readonly codeLength: 3 | 4;
}

/** How the numbers of the four brands are made, after what the networks publish. */
export const brandRules: Readonly<Record<CardBrand, BrandRule>> = {
  visa: { ranges: [[400_000, 499_999]], lengths: [13, 16, 19], codeLength: 3 },
  mastercard: {
    ranges: [
      [510_000, 559_999],
      [222_100, 272_099],
    ],
    lengths: [16],
    codeLength: 3,
  },
  'american-express': {
    ranges: [
      [340_000, 349_999],
      [370_000, 379_999],
    ],
    lengths: [15],
    codeLength: 4,
  },
  discover: {
    ranges: [
      [601_100, 601_199],
      [622_126, 622_925],
      [644_000, 659_999],
    ],
    lengths: [16, 17, 18, 19],
    codeLength: 3,
  },
};

/** The brand that a number, typed whole or in part, can only be; undefined while it may be several. */
export function brandOf(digits: string): CardBrand | undefined {
  if (!/^\d+$/.test(digits)) return undefined;
  const from = Number(digits.slice(0, 6).padEnd(6, '0'));
  const to = Number(digits.slice(0, 6).padEnd(6, '9'));
  return CardBrand.options.find(brand =>
    brandRules[brand].ranges.some(([first, last]) => first <= from && to <= last),
  );
}

/** Whether the last digit is the check digit of the others (Luhn); a row of zeros is not a number. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum > 0 && sum % 10 === 0;
}

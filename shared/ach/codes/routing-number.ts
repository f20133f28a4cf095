/** The first two digits that the American Bankers Association gives out. */
const prefixes: readonly (readonly [from: number, to: number])[] = [
  [0, 12],
  [21, 32],
  [61, 72],
  [80, 80],
];

const weights = [3, 7, 1, 3, 7, 1, 3, 7] as const;

/** The ninth digit that belongs to the first eight of a routing number (ABA check digit, modulus 10). */
export function checkDigitOf(eightDigits: string): number {
  const sum = weights.reduce(
    (total, weight, place) => total + weight * Number(eightDigits[place]),
    0,
  );
  return (10 - (sum % 10)) % 10;
}

/** Whether the first two digits are ones that banks in the United States have. */
export function hasBankPrefix(digits: string): boolean {
  const prefix = Number(digits.slice(0, 2));
  return prefixes.some(([from, to]) => from <= prefix && prefix <= to);
}

/**
 * Whether nine digits can be a bank's routing number: known first digits, right check digit, not all zeros.
 * Source: ABA routing number policy.
 */
export function isRoutingNumber(digits: string): boolean {
  return (
    /^\d{9}$/.test(digits) &&
    /[1-9]/.test(digits) &&
    hasBankPrefix(digits) &&
    checkDigitOf(digits) === Number(digits[8])
  );
}

/** An entry hash keeps the last ten digits. */
const MODULUS = 10_000_000_000;

/**
 * The entry hash after one more receiving bank, whose eight digits are given, or after a whole batch's hash.
 * It shows that no bank was changed underway. Source: Nacha Operating Rules, entry hash.
 */
export function addToHash(hash: number, eightDigits: number): number {
  return (hash + eightDigits) % MODULUS;
}

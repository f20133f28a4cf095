/**
 * Confirmation numbers are read out over a telephone: nine characters in three groups, without
 * letters or digits that look or sound alike (no 0/O/Q, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V, M/N).
 */
const alphabet = '3479ACDEFHJKPRTWXY';

const BODY_LENGTH = 8;

/** Base-18 check character after Luhn mod N: finds one wrong character and neighbours swapped. */
function checkCharacter(body: string): string {
  let sum = 0;
  let factor = 2;
  for (const character of [...body].reverse()) {
    const product = alphabet.indexOf(character) * factor;
    sum += Math.trunc(product / alphabet.length) + (product % alphabet.length);
    factor = factor === 2 ? 1 : 2;
  }
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}

/** Makes a confirmation number such as `7KD-4QX-A3T` from at least eight random bytes. */
export function confirmationNumber(randomBytes: Uint8Array): string {
  if (randomBytes.length < BODY_LENGTH) throw new RangeError('Eight random bytes are needed.');
  const body = Array.from(randomBytes.subarray(0, BODY_LENGTH), byte =>
    alphabet.charAt(byte % alphabet.length),
  ).join('');
  const all = body + checkCharacter(body);
  return `${all.slice(0, 3)}-${all.slice(3, 6)}-${all.slice(6)}`;
}

/** Whether a confirmation number, typed with or without hyphens and in any case, passes its check character. */
export function isConfirmationNumber(typed: string): boolean {
  const text = typed.replace(/[\s-]/g, '').toUpperCase();
  if (text.length !== BODY_LENGTH + 1) return false;
  if ([...text].some(character => !alphabet.includes(character))) return false;
  return checkCharacter(text.slice(0, BODY_LENGTH)) === text.charAt(BODY_LENGTH);
}

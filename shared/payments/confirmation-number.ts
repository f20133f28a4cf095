/**
 * What is read out over a telephone, such as confirmation numbers, is made of these: without letters
 * or digits that look or sound alike (no 0/O/Q, 1/I/L, 2/Z, 3/E, 5/S, 6/G, 8/B, U/V, M/N; of 3 and E
 * the digit stays). Seventeen of them: modulo a prime a weighted sum finds every slip it should.
 */
export const SPOKEN_CHARACTERS = '3479ACDFHJKPRTWXY';

/** How many characters each place chooses from, for whoever counts confirmation numbers up. */
export const CONFIRMATION_CHARACTERS = SPOKEN_CHARACTERS.length;

const BODY_LENGTH = 8;

/**
 * The character that makes the sum of all characters, weighted by their place from the right, divisible
 * by 17. Weights are 1 to 9 and neighbours' differ by one, so any one wrong character and any two
 * neighbours swapped change the sum.
 */
function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, character, index) =>
      total + SPOKEN_CHARACTERS.indexOf(character) * (BODY_LENGTH + 1 - index),
    0,
  );
  return SPOKEN_CHARACTERS.charAt(
    (SPOKEN_CHARACTERS.length - (sum % SPOKEN_CHARACTERS.length)) % SPOKEN_CHARACTERS.length,
  );
}

/** Makes a confirmation number such as `7KD-4RX-A3P` from at least eight random bytes. */
export function confirmationNumber(randomBytes: Uint8Array): string {
  if (randomBytes.length < BODY_LENGTH) throw new RangeError('Eight random bytes are needed.');
  const body = Array.from(randomBytes.subarray(0, BODY_LENGTH), byte =>
    SPOKEN_CHARACTERS.charAt(byte % SPOKEN_CHARACTERS.length),
  ).join('');
  const all = body + checkCharacter(body);
  return `${all.slice(0, 3)}-${all.slice(3, 6)}-${all.slice(6)}`;
}

/** Whether a confirmation number, typed with or without hyphens and in any case, passes its check character. */
export function isConfirmationNumber(typed: string): boolean {
  const text = typed.replace(/[\s-]/g, '').toUpperCase();
  if (text.length !== BODY_LENGTH + 1) return false;
  if ([...text].some(character => !SPOKEN_CHARACTERS.includes(character))) return false;
  return checkCharacter(text.slice(0, BODY_LENGTH)) === text.charAt(BODY_LENGTH);
}

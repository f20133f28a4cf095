import { randomInt } from 'node:crypto';

/** Without characters that look or sound alike; the same choice as for confirmation numbers. */
const alphabet = '3479ACDEFHJKPRTWXY';

/** A reference the representative can say: `C-4XK7`. Unique enough for one desk's day; the call's id is the key. */
export function callReference(): string {
  const characters = Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length)));
  return `C-${characters.join('')}`;
}

import { randomInt } from 'node:crypto';
import { SPOKEN_CHARACTERS } from '#shared/payments/confirmation-number.ts';

/** A reference the representative can say: `C-4XK7`. Unique enough for one desk's day; the call's id is the key. */
export function callReference(): string {
  const characters = Array.from({ length: 4 }, () =>
    SPOKEN_CHARACTERS.charAt(randomInt(SPOKEN_CHARACTERS.length)),
  );
  return `C-${characters.join('')}`;
}

import { SPOKEN_CHARACTERS } from '../payments/confirmation-number.ts';

/** ISO 7064, MOD 37-2: the characters by their value; the last one stands for 36. */
const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

const OWN_LENGTH = 5;
const spokenLetters = SPOKEN_CHARACTERS.replace(/\d/g, '');
const shape = new RegExp(
  `^(\\d{10,12})([${spokenLetters}][${SPOKEN_CHARACTERS}]{${OWN_LENGTH - 1}})[0-9A-Z]$`,
);

/** The check character of ISO 7064 MOD 37-2, a pure system with a prime modulus. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, character) => ((total + VALUES.indexOf(character)) * 2) % 37,
    0,
  );
  return VALUES.charAt((38 - sum) % 37);
}

/**
 * The reference a sender writes on a wire: the bill-pay number, five characters of the wire's own and a
 * check character, `8015550142K7XR4T`. Only what can be spoken is used. The own part begins with a
 * letter, so that no reference ever reads like a card number. `draw` gives a random whole number below
 * its argument; it is asked until the check character can be spoken too.
 */
export function wireReference(billPayNumber: string, draw: (below: number) => number): string {
  const oneOf = (characters: string) => characters.charAt(draw(characters.length));
  for (;;) {
    const rest = Array.from({ length: OWN_LENGTH - 1 }, () => oneOf(SPOKEN_CHARACTERS)).join('');
    const body = billPayNumber + oneOf(spokenLetters) + rest;
    const check = checkCharacter(body);
    if (SPOKEN_CHARACTERS.includes(check)) return body + check;
  }
}

/** Without the spaces and hyphens people and banks put in, in capitals. */
function plainReference(written: string): string {
  return written.replace(/[\s-]/g, '').toUpperCase();
}

/**
 * Whether a reference, written in any case with spaces or hyphens, has the shape of one and passes its
 * check character: any one wrong character and any two neighbours swapped are found (ISO 7064:2003).
 */
export function isWireReference(written: string): boolean {
  const text = plainReference(written);
  return shape.test(text) && checkCharacter(text.slice(0, -1)) === text.at(-1);
}

/** A reference in groups that can be read and spoken: `801-555-0142`, then `K7X-R4T`. */
export function wireReferenceGroups(reference: string): string[] {
  const [, digits = reference, own = ''] =
    /^(\d+?)([A-Z].*)?$/.exec(plainReference(reference)) ?? [];
  const head = digits.match(/^(\d{3})(\d{3})(\d{4,6})$/)?.slice(1) ?? [digits];
  return [...head, ...(own.match(/.{1,3}/g) ?? [])];
}

import { isWireReference } from './reference.ts';

const SHORTEST = 16;
const LONGEST = 18;
const likeReference = /\d{10,12}[A-Z][0-9A-Z]{5}/;

/** What is left of a text when what people and banks put between characters is gone, in capitals. */
function joined(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/**
 * Every part of a remittance text that reads as the reference of an expected payment and passes its check
 * character, whatever spaces, hyphens or other text the bank put around it. One in 37 runs of characters
 * passes by chance, so only a reference that somebody was given counts as a match.
 */
export function referencesIn(text: string): string[] {
  const plain = joined(text);
  const found = new Set<string>();
  for (let from = 0; from + SHORTEST <= plain.length; from += 1) {
    for (let length = SHORTEST; length <= LONGEST; length += 1) {
      const part = plain.slice(from, from + length);
      if (part.length === length && isWireReference(part)) found.add(part);
    }
  }
  return [...found];
}

/** Whether a text holds something with the shape of a reference that fails its check character. */
export function holdsMistypedReference(text: string): boolean {
  return referencesIn(text).length === 0 && likeReference.test(joined(text));
}

/** The numbers in a text that can name a guarantor: of nine digits, or ten to twelve, hyphens left out. */
export function payerNumbersIn(text: string): string[] {
  const written = text.match(/(?<![0-9A-Za-z])\d(?:-?\d){8,11}(?!-?\d)/g) ?? [];
  return [...new Set(written.map(each => each.replaceAll('-', '')))];
}

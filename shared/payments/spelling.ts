/** The NATO/ICAO spelling alphabet; code words are the same in English and Spanish telephony. */
const codeWords: Record<string, string> = {
  A: 'Alfa',
  C: 'Charlie',
  D: 'Delta',
  F: 'Foxtrot',
  H: 'Hotel',
  J: 'Juliett',
  K: 'Kilo',
  P: 'Papa',
  R: 'Romeo',
  T: 'Tango',
  W: 'Whiskey',
  X: 'X-ray',
  Y: 'Yankee',
};

const digitWords = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
} as const;

/**
 * The groups of a confirmation number, or of another reference with hyphens between them, as words to be
 * read out: `[['seven','Kilo','Delta'], …]`.
 */
export function spellOut(reference: string, language: 'en' | 'es'): string[][] {
  const digits: readonly string[] = digitWords[language];
  return reference
    .split('-')
    .map(group =>
      [...group].map(character => codeWords[character] ?? digits[Number(character)] ?? character),
    );
}

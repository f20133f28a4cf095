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
  en: { '3': 'three', '4': 'four', '7': 'seven', '9': 'nine' },
  es: { '3': 'tres', '4': 'cuatro', '7': 'siete', '9': 'nueve' },
} as const;

/** The groups of a confirmation number as words to be read out: `[['seven','Kilo','Delta'], …]`. */
export function spellOut(confirmation: string, language: 'en' | 'es'): string[][] {
  const digits: Record<string, string> = digitWords[language];
  return confirmation
    .split('-')
    .map(group =>
      [...group].map(character => codeWords[character] ?? digits[character] ?? character),
    );
}

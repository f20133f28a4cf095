import i18next, { type i18n } from 'i18next';
import { english } from './english.ts';
import { spanish } from './spanish.ts';

export type Language = 'en' | 'es';

/**
 * The message catalogues behind i18next. Spanish holds everything that is read aloud; what it does not
 * hold falls back to English, the language of the screen.
 */
export function createWords(language: Language): i18n {
  const words = i18next.createInstance();
  words.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: english, es: spanish },
    ns: Object.keys(english),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return words;
}

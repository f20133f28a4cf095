import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/words/words.ts';
import { useAskTo } from '../desk/ask.ts';
import { useOpenCall } from '../desk/use-open-call.ts';

export interface Spoken {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The catalogue of what is read aloud, in the caller's language. */
  readonly say: TFunction<'spoken'>;
}

/** The language this caller is spoken to in; it belongs to the call, so every place follows it. */
export function useSpoken(): Spoken {
  const call = useOpenCall();
  const setOptions = useAskTo('call.setOptions');
  const { i18n } = useTranslation();
  const language = call?.options.language ?? 'en';
  return {
    language,
    setLanguage: next => call && setOptions.mutate({ ...call.options, language: next }),
    say: i18n.getFixedT(language, 'spoken'),
  };
}

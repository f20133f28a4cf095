import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/words/words.ts';
import { useAskTo } from '../desk/ask.ts';
import { keep, useKept } from '../desk/kept.ts';
import { useOpenCall } from '../desk/use-open-call.ts';

export interface Spoken {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The catalogue of what is read aloud, in the caller's language. */
  readonly say: TFunction<'spoken'>;
}

const chosenKey = (callId: string) => `${callId}:language-chosen`;

/** Notes that the representative chose the language of this call; the patient's record no longer does. */
export function noteLanguageChosen(callId: string): void {
  keep(chosenKey(callId), true);
}

export function useLanguageChosen(callId: string): boolean {
  const [chosen] = useKept(chosenKey(callId), false);
  return chosen;
}

/** The language this caller is spoken to in; it belongs to the call, so every place follows it. */
export function useSpoken(): Spoken {
  const call = useOpenCall();
  const setOptions = useAskTo('call.setOptions');
  const { i18n } = useTranslation();
  const language = call?.options.language ?? 'en';
  return {
    language,
    setLanguage: next => {
      if (!call) return;
      noteLanguageChosen(call.callId);
      setOptions.mutate({ ...call.options, language: next });
    },
    say: i18n.getFixedT(language, 'spoken'),
  };
}

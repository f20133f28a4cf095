import { useTranslation } from 'react-i18next';
import { unsent } from '#shared/words/en/unsent.ts';

type Known = keyof typeof unsent.why;

const isKnown = (code: string): code is Known => Object.hasOwn(unsent.why, code);

/** Puts the code of why something was not sent into a sentence; empty where there is none. */
export function useWhyUnsent(): (code: string | null) => string {
  const { t } = useTranslation('unsent');
  return code => (code === null ? '' : t(`why.${isKnown(code) ? code : 'other'}`));
}

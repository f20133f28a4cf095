import { SegmentedControl } from '@mantine/core';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import type { Language } from '#shared/words/words.ts';
import { useKept } from '../../desk/kept.ts';
import { useOpenCall } from '../../desk/use-open-call.ts';

/** In which language this household is asked. */
const AskedLanguage = createContext<Language>('en');
export const AskedIn = AskedLanguage.Provider;

/** That of the call that is open, else that of the newest referral; another one can be chosen. */
export function useChosenLanguage({
  caseId,
  referrals,
}: HardshipCase): [Language, (language: Language) => void] {
  const call = useOpenCall();
  const usual = call?.options.language ?? referrals[0]?.language ?? 'en';
  const [chosen, choose] = useKept<Language | null>(`case:${caseId}:language`, null);
  return [chosen ?? usual, choose];
}

/** What is read aloud to a household, in its language: the questions of a screening, and what every caller hears. */
export function useAskedAloud() {
  const language = useContext(AskedLanguage);
  const { i18n } = useTranslation();
  return {
    language,
    say: i18n.getFixedT(language, 'household'),
    sayMore: i18n.getFixedT(language, 'spoken'),
  };
}

export function AskedLanguageSwitch({
  language,
  onChoose,
}: {
  language: Language;
  onChoose: (language: Language) => void;
}) {
  const { t } = useTranslation('screening');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('askLanguage')}
      value={language}
      onChange={value => onChoose(value === 'es' ? 'es' : 'en')}
      data={[
        { value: 'en', label: 'EN' },
        { value: 'es', label: 'ES' },
      ]}
    />
  );
}

import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/words/words.ts';
import { useSpoken } from './use-spoken.ts';

/** One of the two languages that are spoken to people. */
export function LanguageChoice({
  language,
  onChange,
}: {
  language: Language;
  onChange: (language: Language) => void;
}) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('say.language')}
      value={language}
      onChange={value => onChange(value === 'es' ? 'es' : 'en')}
      data={[
        { value: 'en', label: 'EN' },
        { value: 'es', label: 'ES' },
      ]}
    />
  );
}

/** The language this caller is spoken to in, for every place of the call at once. */
export function LanguageSwitch() {
  const { language, setLanguage } = useSpoken();
  return <LanguageChoice language={language} onChange={setLanguage} />;
}

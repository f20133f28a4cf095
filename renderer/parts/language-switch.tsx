import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSpoken } from './use-spoken.ts';

/** The language this caller is spoken to in, for every place of the call at once. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, setLanguage } = useSpoken();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('say.language')}
      value={language}
      onChange={value => setLanguage(value === 'es' ? 'es' : 'en')}
      data={[
        { value: 'en', label: 'EN' },
        { value: 'es', label: 'ES' },
      ]}
    />
  );
}

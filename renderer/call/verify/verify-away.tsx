import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAway } from '../../desk/use-away.ts';
import { AskNote } from '../../parts/ask-note.tsx';

/** That nobody can be verified while the backend, which counts the wrong answers, cannot be asked. */
export function VerifyAway() {
  const { t } = useTranslation('verify');
  return useAway() && <AskNote sign={IconCloudOff}>{t('away')}</AskNote>;
}

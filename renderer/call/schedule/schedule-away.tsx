import { useTranslation } from 'react-i18next';
import { AwayNote } from '../../parts/away-note.tsx';

/** Why nothing can be set up now, and what can be done instead; the words to say stand at the left. */
export function ScheduleAway() {
  const { t } = useTranslation('schedule');
  return <AwayNote title={t('away')} instead={[t('awayInstead')]} />;
}

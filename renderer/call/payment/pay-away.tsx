import { useTranslation } from 'react-i18next';
import { AwayNote } from '../../parts/away-note.tsx';

/** Why no card can be taken now, and what can be done for the caller instead. */
export function PayAway() {
  const { t } = useTranslation('payment');
  return <AwayNote title={t('away')} instead={[t('awayWords'), t('awayInstead')]} />;
}

import { useTranslation } from 'react-i18next';
import { AwayNote } from '../../parts/away-note.tsx';

/** Why no plan can be made now, and what can be done instead; the words to say stand at the left. */
export function PlanAway() {
  const { t } = useTranslation('plan');
  return <AwayNote title={t('away')} instead={[t('awayInstead')]} />;
}

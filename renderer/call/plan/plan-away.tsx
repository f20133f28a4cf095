import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../payment/pay-away.module.css';

/** Why no plan can be made now, and what can be done instead; the words to say stand at the left. */
export function PlanAway() {
  const { t } = useTranslation('plan');
  return (
    <section role="status" aria-labelledby="plan-away" className={classes.away}>
      <h3 id="plan-away" className={classes.title}>
        <IconCloudOff size={16} aria-hidden="true" />
        {t('away')}
      </h3>
      <p>{t('awayInstead')}</p>
    </section>
  );
}

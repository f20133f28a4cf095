import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './pay-away.module.css';

/** Why no card can be taken now, and what can be done for the caller instead. */
export function PayAway() {
  const { t } = useTranslation('payment');
  return (
    <section role="status" aria-labelledby="pay-away" className={classes.away}>
      <h3 id="pay-away" className={classes.title}>
        <IconCloudOff size={16} aria-hidden="true" />
        {t('away')}
      </h3>
      <p>{t('awayWords')}</p>
      <p>{t('awayInstead')}</p>
    </section>
  );
}

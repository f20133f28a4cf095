import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../payment/pay-away.module.css';

/** Why nothing can be set up now, and what can be done instead; the words to say stand at the left. */
export function ScheduleAway() {
  const { t } = useTranslation('schedule');
  return (
    <section role="status" aria-labelledby="schedule-away" className={classes.away}>
      <h3 id="schedule-away" className={classes.title}>
        <IconCloudOff size={16} aria-hidden="true" />
        {t('away')}
      </h3>
      <p>{t('awayInstead')}</p>
    </section>
  );
}

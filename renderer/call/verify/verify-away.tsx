import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAway } from '../../desk/use-away.ts';
import classes from './verify-away.module.css';

/** That nobody can be verified while the backend, which counts the wrong answers, cannot be asked. */
export function VerifyAway() {
  const { t } = useTranslation('verify');
  const away = useAway();
  return (
    <div role="status">
      {away && (
        <p className={classes.away}>
          <IconCloudOff size={16} aria-hidden="true" className={classes.sign} />
          {t('away')}
        </p>
      )}
    </div>
  );
}

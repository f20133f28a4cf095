import { Button } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './away-notice.module.css';
import { useOpenedLink } from './use-opened-link.ts';

/** Why a link was not followed; one to a payment opens there, and nothing need be said of it. */
export function LinkNotice() {
  const { t } = useTranslation('frame');
  const { refused, putAway } = useOpenedLink();
  return (
    <div role="status">
      {refused && (
        <p className={classes.notice}>
          <IconLinkOff size={16} aria-hidden="true" className={classes.sign} />
          <strong>{t(`link.${refused}`)}</strong>
          <Button size="compact-xs" variant="default" onClick={putAway}>
            {t('link.putAway')}
          </Button>
        </p>
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/calendar/dates.ts';
import { announce } from '../../../parts/announce.tsx';
import { Keycap } from '../../../parts/keycap.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { showClock } from '../../../parts/show-time.ts';
import classes from './result.module.css';

const GO_ON_KEY = 'Ctrl+T';

/** A supervisor lets another payment start beside one whose outcome is open: what it means, how to go on. */
export function Overridden({
  overriddenAt,
  onAnother,
}: {
  overriddenAt: Instant;
  onAnother: () => void;
}) {
  const { t } = useTranslation('payment');
  useEffect(() => announce(t('overriddenTitle')), [t]);
  useKeys({ [GO_ON_KEY]: { does: t('another'), run: onAnother } });
  return (
    <div className={classes.allowed}>
      <IconUserCheck size={18} aria-hidden="true" className={classes.sign} />
      <div>
        <h4 className={classes.allowedTitle}>{t('overriddenTitle')}</h4>
        <p>{t('overriddenWords', { time: showClock(overriddenAt) })}</p>
        <Button
          size="compact-md"
          mt="xs"
          aria-keyshortcuts={GO_ON_KEY}
          rightSection={<Keycap name={GO_ON_KEY} />}
          onClick={onAnother}
        >
          {t('another')}
        </Button>
      </div>
    </div>
  );
}

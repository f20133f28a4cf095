import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ResultProps } from './attempt-result.tsx';
import classes from './result.module.css';
import { ResultHead } from './result-head.tsx';

/** A payment that has gone on its way since: refunded, returned and the like. */
export function OtherStanding({ attempt, onAnother }: ResultProps) {
  const { t } = useTranslation(['payment', 'balance']);
  const state = t(`balance:states.${attempt.state}`);
  return (
    <section aria-label={t('result')}>
      <ResultHead
        attempt={attempt}
        title={t('otherState', { state })}
        tone="calm"
        sign={<IconInfoCircle size={24} />}
      />
      <div className={classes.actions}>
        <Button size="compact-sm" variant="subtle" data-focus-first onClick={onAnother}>
          {t('another')}
        </Button>
      </div>
    </section>
  );
}

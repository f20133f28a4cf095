import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { showMoment } from '../parts/show-time.ts';
import classes from './case.module.css';

/** That the case is closed: how it ended, by whom, and in which words. */
export function ClosedNote({ closed }: { closed: NonNullable<HardshipCase['closed']> }) {
  const { t } = useTranslation('hardship');
  const { outcome, by, at, note } = closed;
  return (
    <div className={classes.closed}>
      <p className={classes.closedTitle}>
        <IconCircleCheck size={16} aria-hidden="true" />
        {t('closed', { outcome: t(`outcomes.${outcome}`) })}
      </p>
      <p>{note}</p>
      <p className={classes.small}>{t('closedBy', { by, at: showMoment(at) })}</p>
    </div>
  );
}

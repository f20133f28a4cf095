import { UnstyledButton } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openOverlay } from '../frame/overlay-store.ts';
import classes from '../frame/standing.module.css';
import { useWorklistCount } from './use-worklist.ts';

/** How many wait on the worklist, in the bar above; opens it. Nothing while there are none. */
export function WorklistCount() {
  const { t } = useTranslation('worklist');
  const count = useWorklistCount();
  if (!count || count.open === 0) return null;
  const { open, overdue } = count;
  return (
    <div className={classes.standing}>
      <UnstyledButton
        className={`${classes.part} ${classes.opens}`}
        data-asks={overdue > 0 || undefined}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+F"
        title={t('open')}
        onClick={() => openOverlay('worklist')}
      >
        <IconPhoneOutgoing size={14} aria-hidden="true" />
        {overdue > 0
          ? `${t('count', { count: open })} · ${t('overdue', { count: overdue })}`
          : t('count', { count: open })}
      </UnstyledButton>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../call/start/start-page.module.css';
import { openOverlay } from '../frame/overlay-store.ts';
import { Keycap } from '../parts/keycap.tsx';
import { useWorklistCount } from './use-worklist.ts';
import { WORKLIST_KEY } from './use-worklist-key.ts';

/** Between two calls: that somebody has to call about what came back, and the key to the list. */
export function WorklistNote() {
  const { t } = useTranslation('worklist');
  const count = useWorklistCount();
  if (!count || count.open === 0) return null;
  const { open, overdue } = count;
  return (
    <section aria-label={t('title')} className={classes.owes}>
      <p>
        {t('start', { count: open })}
        {overdue > 0 && ` ${t('startOverdue', { count: overdue })}`}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        className={classes.opens}
        aria-keyshortcuts="Control+F"
        rightSection={<Keycap name={WORKLIST_KEY} />}
        onClick={() => openOverlay('worklist')}
      >
        {t('title')}
      </Button>
    </section>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../parts/keys.ts';
import { ExceptionsPage } from './exceptions/exceptions-page.tsx';
import classes from './supervisor-page.module.css';
import { UnlockPage } from './unlock-page.tsx';

const views = ['exceptions', 'unlock'] as const;
type View = (typeof views)[number];

/** A supervisor's work: payments whose outcome is open, and records that wrong answers locked. */
export function SupervisorPage() {
  const { t } = useTranslation('exceptions');
  const [view, setView] = useState<View>('exceptions');
  useKeys({
    F2: { does: t('view.exceptions'), run: () => setView('exceptions') },
    F3: { does: t('view.unlock'), run: () => setView('unlock') },
  });
  return (
    <div className={classes.page}>
      <nav aria-label={t('views')} className={classes.views}>
        <SegmentedControl
          size="xs"
          aria-label={t('views')}
          value={view}
          onChange={chosen => setView(views.find(each => each === chosen) ?? 'exceptions')}
          data={views.map(each => ({ value: each, label: t(`view.${each}`) }))}
        />
      </nav>
      {view === 'exceptions' ? <ExceptionsPage /> : <UnlockPage />}
    </div>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchPage } from '../audit/search-page.tsx';
import { useKeys } from '../parts/keys.ts';
import { ApplicationsPage } from './applications/applications-page.tsx';
import { ExceptionsPage } from './exceptions/exceptions-page.tsx';
import { RunsPage } from './runs/runs-page.tsx';
import classes from './supervisor-page.module.css';
import { UnlockPage } from './unlock-page.tsx';

const views = ['exceptions', 'unlock', 'runs', 'search', 'applications'] as const;
type View = (typeof views)[number];

const pages = {
  exceptions: <ExceptionsPage />,
  unlock: <UnlockPage />,
  runs: <RunsPage />,
  search: <SearchPage />,
  applications: <ApplicationsPage />,
};

/**
 * A supervisor's work: payments whose outcome is open, records that wrong answers locked, the day's runs, every
 * payment, and applications for assistance.
 */
export function SupervisorPage() {
  const { t } = useTranslation('exceptions');
  const [view, setView] = useState<View>('exceptions');
  useKeys({
    F2: { does: t('view.exceptions'), run: () => setView('exceptions') },
    F3: { does: t('view.unlock'), run: () => setView('unlock') },
    F4: { does: t('view.runs'), run: () => setView('runs') },
    F6: { does: t('view.search'), run: () => setView('search') },
    F8: { does: t('view.applications'), run: () => setView('applications') },
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
      {pages[view]}
    </div>
  );
}

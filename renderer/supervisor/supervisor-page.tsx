import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKept } from '../desk/kept.ts';
import { ExportNote } from '../export/export-note.tsx';
import { useKeys } from '../parts/keys.ts';
import { useExceptionCounts } from './exceptions/use-exceptions.ts';
import classes from './supervisor-page.module.css';
import { type ViewName, views } from './views.tsx';

/**
 * A supervisor's work: every payment, what went wrong, what waits for a second person, the day against bank and
 * ledger, the floor, and who did and saw what. The view that was open is there again after a lock.
 */
export function SupervisorPage() {
  const { t } = useTranslation('exceptions');
  const [name, open] = useKept<ViewName>('supervisor:view', 'exceptions');
  const exceptions = useExceptionCounts()?.open ?? 0;
  const { page } = views.find(({ view }) => view === name) ?? views[0];
  useKeys(
    Object.fromEntries(
      views.map(({ view, key }) => [
        key,
        {
          does: t(`view.${view}`),
          run: () => open(view),
          shown: key.startsWith('Shift+') ? 'help' : 'bar',
        },
      ]),
    ),
  );
  return (
    <div className={classes.page}>
      <nav aria-label={t('views')} className={classes.views}>
        <SegmentedControl
          size="xs"
          aria-label={t('views')}
          value={name}
          onChange={chosen => open(views.find(({ view }) => view === chosen)?.view ?? 'exceptions')}
          data={views.map(({ view }) => ({
            value: view,
            label:
              view === 'exceptions' && exceptions > 0
                ? t('viewCount', { view: t(`view.${view}`), open: exceptions })
                : t(`view.${view}`),
          }))}
        />
      </nav>
      <ExportNote />
      {page}
    </div>
  );
}

import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { useReadAt } from '../../desk/use-now.ts';
import { ExportButton } from '../../export/export-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Pane } from '../../parts/pane.tsx';
import { PaneAside } from '../../parts/pane-aside.tsx';
import { useFocusKept } from '../../parts/use-focus-kept.ts';
import { ReadNote } from '../read-note.tsx';
import page from '../supervisor-page.module.css';
import { RunDay } from './run-day.tsx';
import classes from './runs.module.css';
import { useRuns } from './use-runs.ts';
import { isAmiss } from './worth-a-look.ts';

/** What the backend does by the calendar, the latest business days first, and earlier ones page by page. */
export function RunsPage() {
  const { t } = useTranslation('runs');
  const [before, setBefore] = useState<CalendarDate | null>(null);
  const [all, setAll] = useState(false);
  const reading = useRuns(before);
  const { data, error, dataUpdatedAt } = reading;
  useFocusKept('runs');
  const time = useReadAt(dataUpdatedAt);
  const earlier = data?.earlier ?? null;
  const amiss = data?.days.flatMap(({ runs }) => runs.filter(run => isAmiss(run, data.at))).length;
  return (
    <Pane
      id="runs"
      title={t('title')}
      aside={
        <PaneAside asOf={data && !error && t('asOf', { time })}>
          <ExportButton what={[{ list: 'runs' }]} />
        </PaneAside>
      }
    >
      <h1 className={page.title}>
        {amiss === undefined && t('title')}
        {amiss === 0 && t('inOrder')}
        {amiss !== undefined && amiss > 0 && t('amiss', { count: amiss })}
      </h1>
      <p className={classes.intro}>{t('intro')}</p>
      <Checkbox
        size="xs"
        mb="sm"
        data-focus-first
        label={t('all')}
        checked={all}
        onChange={event => setAll(event.currentTarget.checked)}
      />
      <ReadNote
        reading={reading}
        words={{ away: t('away', { time }), again: t('again'), reading: t('reading') }}
      />
      {data?.days.length === 0 && <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>}
      {data?.days.map(day => (
        <RunDay key={day.businessOn} day={day} all={all} now={data.at} />
      ))}
      <div className={classes.pages}>
        {earlier && (
          <Button size="compact-sm" variant="default" onClick={() => setBefore(earlier)}>
            {t('earlier')}
          </Button>
        )}
        {before && (
          <Button size="compact-sm" variant="default" onClick={() => setBefore(null)}>
            {t('latest')}
          </Button>
        )}
      </div>
    </Pane>
  );
}

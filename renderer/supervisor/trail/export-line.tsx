import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask, useAskTo } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { announce } from '../../parts/announce.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { showCount } from './show-figures.ts';
import classes from './trail.module.css';

const WATCH_MS = 300;

/** Takes the signed trail along as a file: how far it is, where it went, or why it did not. */
export function ExportLine() {
  const { t } = useTranslation('trail');
  const save = useAskTo('trail.export');
  const cancel = useAskTo('trail.cancelExport');
  // An export goes on when the page is left, and is seen again.
  const { data: progress, refetch } = useQuery<CallOutput<'trail.exportProgress'>, Refused>({
    queryKey: ['trail.exportProgress', null],
    queryFn: () => ask('trail.exportProgress', null),
    refetchInterval: query => (save.isPending || query.state.data ? WATCH_MS : false),
    staleTime: 0,
  });
  const { isPending, data: done } = save;
  const underWay = isPending || !!progress;
  const said =
    done?.saved &&
    t('exported', {
      count: done.saved.records,
      number: showCount(done.saved.records),
      path: done.saved.path,
    });
  useEffect(() => {
    if (!isPending) void refetch();
    if (said) announce(said);
  }, [isPending, said, refetch]);
  return (
    <section aria-label={t('export')}>
      <div className={classes.line}>
        {!underWay && (
          <Button size="compact-sm" variant="default" onClick={() => save.mutate(null)}>
            {t('export')}
          </Button>
        )}
        {underWay && (
          <>
            <progress
              className={classes.progress}
              aria-label={t('exportingOf')}
              value={progress?.records ?? 0}
              max={Math.max(1, progress?.total ?? 0)}
            />
            <span className={classes.number}>
              {t('exporting', {
                records: showCount(progress?.records ?? 0),
                total: showCount(progress?.total ?? 0),
              })}
            </span>
            <Button size="compact-sm" variant="default" onClick={() => cancel.mutate(null)}>
              {t('cancel')}
            </Button>
          </>
        )}
        {!underWay && said && <span className={classes.small}>{said}</span>}
        {!underWay && done && !done.saved && (
          <span className={classes.small}>{t('notExported')}</span>
        )}
      </div>
      {!underWay && <RefusedNote refused={save.error} />}
    </section>
  );
}

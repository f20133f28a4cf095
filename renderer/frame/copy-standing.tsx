import { useTranslation } from 'react-i18next';
import type { SyncState } from '#shared/desk/sync-state.ts';
import { clockTime } from '../call/balance/short-date.ts';
import { useInstant } from '../desk/use-now.ts';
import classes from './copy-standing.module.css';
import { copyWords } from './copy-words.ts';

const count = new Intl.NumberFormat('en-US');

/** How far this desk's copy of the records is: a bar while it is being made, then how old it is. */
export function CopyStanding({ sync }: { sync: SyncState }) {
  const { t } = useTranslation('frame');
  const now = useInstant();
  const { key, asks } = copyWords(sync);
  if (!key) return null;
  const words = t(`copy.${key}`, {
    done: count.format(sync.done),
    total: count.format(sync.total),
    rate: count.format(Math.round(sync.perSecond)),
    time: sync.asOf ? clockTime(sync.asOf, now) : t('copy.never'),
  });
  const hasBar = sync.phase === 'pulling' || sync.phase === 'paused';
  const { refused } = sync;
  return (
    <div className={classes.copy} data-asks={asks || undefined}>
      {hasBar && (
        <progress
          className={classes.bar}
          aria-label={t('copy.progress')}
          value={sync.done}
          max={Math.max(1, sync.total)}
        />
      )}
      <span className={classes.words}>{words}</span>
      {refused.count > 0 && (
        <span className={classes.refused} title={refused.last ?? undefined}>
          {t('copy.refused', { count: refused.count })}
        </span>
      )}
    </div>
  );
}

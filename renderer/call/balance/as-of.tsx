import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useInstant } from '../../desk/use-now.ts';
import { announce } from '../../parts/announce.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import classes from './as-of.module.css';
import { clockTime } from './short-date.ts';
import { useBalanceQuery } from './use-balance.ts';

const REFRESH_KEY = 'F5';

/** How old the data is, amber when it is what was kept, and the key to read it again. */
export function AsOf() {
  const { t } = useTranslation('balance');
  const { data, isFetching, refetch } = useBalanceQuery();
  const queries = useQueryClient();
  const now = useInstant();
  const kept = data?.source === 'kept';
  const time = data && t('asOf', { time: clockTime(data.balance.asOf, now) });
  async function refresh() {
    // A plan says what is open beside it, and where it stands.
    void queries.invalidateQueries({ queryKey: ['plans.list'] });
    const { data: read } = await refetch();
    if (read) announce(t('asOf', { time: clockTime(read.balance.asOf, now) }));
  }
  useKeys({ [REFRESH_KEY]: { does: t('refresh'), run: refresh, shown: 'help' } });
  return (
    <div className={classes.asOf}>
      <span className={kept ? classes.kept : undefined}>
        {kept && <IconAlertTriangle size={14} aria-hidden="true" />}
        {isFetching && !data ? t('reading') : time}
      </span>
      <button
        type="button"
        className={classes.refresh}
        aria-label={t('refresh')}
        aria-keyshortcuts={REFRESH_KEY}
        aria-busy={isFetching}
        onClick={refresh}
      >
        <IconRefresh size={14} aria-hidden="true" />
        <Keycap name={REFRESH_KEY} />
      </button>
    </div>
  );
}

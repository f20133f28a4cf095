import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwedItem } from '#shared/desk/owed.ts';
import { useAskTo } from '../desk/ask.ts';
import { useNow } from '../desk/use-now.ts';
import { RefusedNote } from '../parts/refused-note.tsx';
import { showMoment } from '../parts/show-time.ts';
import classes from './unsent-dialog.module.css';
import { useWhyUnsent } from './why-unsent.ts';

/** One thing that is not sent: what, of which call, since when, how often it was tried, and why not. */
export function UnsentItem({ item }: { item: OwedItem }) {
  const { t } = useTranslation('unsent');
  const why = useWhyUnsent();
  const now = useNow(1_000);
  const retry = useAskTo('outbox.retry');
  const {
    kind,
    callReference,
    createdAt,
    tries,
    lastError,
    nextTryAt,
    setAsideAt,
    mayRetry,
    waitsItsTurn,
  } = item;
  const seconds = Math.ceil((Date.parse(nextTryAt) - now) / 1_000);
  const next = seconds > 0 ? t('next', { count: seconds }) : t('nextNow');
  const tried = tries === 0 ? t('notTried') : t('tries', { count: tries });
  const said = waitsItsTurn ? t('itsTurn') : lastError ? why(lastError) : t('waiting');
  const again = t(setAsideAt === null ? 'retryNow' : 'retry');
  const call = callReference ? t('call', { reference: callReference }) : t('unknownCall');
  return (
    <li className={classes.item}>
      <div>
        <p className={classes.kind}>{t(`kinds.${kind}`)}</p>
        <p className={classes.call}>{call}</p>
      </div>
      <p className={classes.tries}>{tried}</p>
      <div className={classes.why}>
        <p>{said}</p>
        <p>
          <time dateTime={createdAt}>{t('since', { time: showMoment(createdAt) })}</time>
          {setAsideAt === null && !waitsItsTurn ? ` · ${next}` : ''}
        </p>
        <RefusedNote refused={retry.error} />
        {setAsideAt !== null && !mayRetry && <p>{t('notYours')}</p>}
      </div>
      {mayRetry && !waitsItsTurn && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${again}: ${t(`kinds.${kind}`)}, ${call}`}
          loading={retry.isPending}
          onClick={() => retry.mutate({ entryId: item.entryId })}
        >
          {again}
        </Button>
      )}
    </li>
  );
}

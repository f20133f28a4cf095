import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../desk/kept.ts';
import { useReadAt } from '../../desk/use-now.ts';
import { ExportButton } from '../../export/export-button.tsx';
import { AskAgain } from '../../parts/ask-again.tsx';
import { AskNote } from '../../parts/ask-note.tsx';
import { Busy } from '../../parts/busy.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Pane } from '../../parts/pane.tsx';
import { PaneAside } from '../../parts/pane-aside.tsx';
import { useFocusKept } from '../../parts/use-focus-kept.ts';
import page from '../supervisor-page.module.css';
import { usePaneKeys } from '../use-pane-keys.ts';
import { CreditList } from './credit-list.tsx';
import { ExceptionPane } from './exception-pane.tsx';
import { listsBelow, ownLists } from './exported-lists.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { ReturnRates } from './return-rates.tsx';
import { UnsignedList } from './unsigned-list.tsx';
import { asked, useNewsOfPayments, useQueue, useQueueFilter } from './use-exceptions.ts';

/** Everything that needs a supervisor: one queue at the left, the chosen one with what is done about it at the right. */
export function ExceptionsPage() {
  const { t } = useTranslation('exceptions');
  const [filter, narrow] = useQueueFilter();
  const queue = useQueue(filter);
  const { data, error, dataUpdatedAt, isFetching, refetch } = queue;
  const [chosen, choose] = useKept<string | null>('supervisor:exception', null);
  useFocusKept('queue');
  usePaneKeys(
    { pane: 'queue', does: t('keys.list') },
    { pane: 'exception', does: t('keys.chosen') },
  );
  useNewsOfPayments();
  const exported = [
    { list: 'exceptionQueue' as const, filters: asked(filter) },
    ...ownLists(filter).map(list => ({ list, under: t('exportKinds') })),
    ...listsBelow(filter).map(list => ({ list, under: t('exportBelow') })),
  ];
  const time = useReadAt(dataUpdatedAt);
  return (
    <div className={page.panes}>
      <Pane
        id="queue"
        title={t('title')}
        scrolledByKey
        aside={
          <PaneAside asOf={data && !error && t('asOf', { time })}>
            <ExportButton what={exported} />
          </PaneAside>
        }
      >
        {error && data && (
          <AskNote sign={IconCloudOff}>
            {error.reason === 'unreachable' ? t('away', { time }) : error.message}
          </AskNote>
        )}
        {error && !data && (
          <AskAgain takesFocus refused={error} busy={isFetching} again={refetch}>
            {t('again')}
          </AskAgain>
        )}
        <QueueFilters filter={filter} onNarrow={narrow} />
        {!error && !data && <Busy busy does={t('reading')} />}
        {data && <QueueList filter={filter} queue={queue} chosen={chosen} onChoose={choose} />}
        <ReturnRates />
        <CreditList />
        <UnsignedList />
      </Pane>
      <div className={page.record}>
        <Pane id="exception" title={t('chosen')}>
          {chosen ? (
            <ExceptionPane key={chosen} caseId={chosen} />
          ) : (
            <EmptyState title={t('chooseTitle')}>{t('choose')}</EmptyState>
          )}
        </Pane>
      </div>
    </div>
  );
}

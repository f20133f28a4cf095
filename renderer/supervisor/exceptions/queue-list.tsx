import { UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../parts/announce.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { MoreRows } from '../../parts/more-rows.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import rows from '../../parts/rows.module.css';
import { QueueRow } from './queue-row.tsx';
import { type QueueFilter, useExceptionCounts, type useQueue } from './use-exceptions.ts';

/** The queue, page after page. Arrow keys move, Enter chooses. */
export function QueueList({
  filter,
  queue,
  chosen,
  onChoose,
}: {
  filter: QueueFilter;
  queue: ReturnType<typeof useQueue>;
  chosen: string | null;
  onChoose: (caseId: string) => void;
}) {
  const { t } = useTranslation('exceptions');
  const open = useExceptionCounts()?.open ?? 0;
  useEffect(() => {
    if (open > 0) announce(t('heard', { count: open }));
  }, [open, t]);
  const exceptions = queue.data?.pages.flatMap(page => page.exceptions) ?? [];
  if (exceptions.length === 0) {
    const isNarrowed = filter.kind !== null || filter.whose !== 'everybodys';
    return isNarrowed && <EmptyState title={t('emptyKindTitle')}>{t('emptyKind')}</EmptyState>;
  }
  return (
    <>
      <ul
        aria-label={t(filter.whose === 'resolved' ? 'listResolved' : 'list')}
        className={rows.list}
        onKeyDown={moveAmongRows}
      >
        {exceptions.map((exception, index) => (
          <li key={exception.caseId}>
            <UnstyledButton
              className={rows.row}
              aria-current={exception.caseId === chosen || undefined}
              onClick={() => onChoose(exception.caseId)}
              {...(index === 0 && { 'data-focus-first': true })}
            >
              <QueueRow exception={exception} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <MoreRows pages={queue}>{t('more')}</MoreRows>
    </>
  );
}

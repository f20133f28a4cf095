import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReconciledDay, ShownRow } from '#shared/contract/reconciliation.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { DaySum } from '#shared/reconciliation/day.ts';
import { AskAgain } from '../../parts/ask-again.tsx';
import { AskNote } from '../../parts/ask-note.tsx';
import { Busy } from '../../parts/busy.tsx';
import { MoreRows } from '../../parts/more-rows.tsx';
import { CellTable } from './cell-table.tsx';
import type { OpenCell } from './open-cell.ts';
import classes from './reconciliation.module.css';
import { useRowWords } from './say-row.ts';
import { useCell } from './use-cell.ts';

/** The payments that make a sum of the day, which they add up to; said where they do not any more. */
export function CellPayments({
  day,
  row,
  cell,
  of,
}: {
  day: ReconciledDay;
  row: ShownRow;
  cell: OpenCell;
  of: DaySum;
}) {
  const { t } = useTranslation('reconciliation');
  const words = useRowWords();
  const pages = useCell(cell, of);
  const { data, error, isFetching, refetch } = pages;
  if (error && !data) {
    return (
      <AskAgain refused={error} busy={isFetching} again={refetch}>
        {t('again')}
      </AskAgain>
    );
  }
  const [first] = data?.pages ?? [];
  if (!data || !first) return <Busy busy does={t('sum.reading')} />;
  const { sum } = first;
  const title = t('sum.title', { row: words.whole(row), source: t(`columns.${cell.source}`) });
  return (
    <>
      <p>
        <strong>{title}</strong>{' '}
        {t('sum.makes', { count: sum.count, amount: showMoney(sum.cents) })}
      </p>
      {(sum.cents !== of.cents || sum.count !== of.count) && (
        <AskNote sign={IconAlertTriangle}>{t('sum.differs')}</AskNote>
      )}
      <CellTable name={title} day={day} payments={data.pages.flatMap(page => page.payments)} />
      <div className={classes.more}>
        <MoreRows pages={pages}>{t('sum.more')}</MoreRows>
      </div>
    </>
  );
}

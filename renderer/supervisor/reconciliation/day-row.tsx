import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReconciledDay, ShownRow } from '#shared/contract/reconciliation.ts';
import { cents } from '#shared/money/cents.ts';
import type { DayCell } from '#shared/reconciliation/cell.ts';
import type { DaySum } from '#shared/reconciliation/day.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import figures from '../figures-table.module.css';
import { CellPayments } from './cell-payments.tsx';
import { Sum } from './day-sum.tsx';
import { FindingTable } from './finding-table.tsx';
import { isSameCell, type OpenCell, useOpenCell } from './open-cell.ts';
import classes from './reconciliation.module.css';
import { useRowWords } from './say-row.ts';

const sources = ['ours', 'theirs', 'ledger'] as const;

/** One row of a day; the payments of a sum open below it, and those that differ. */
export function DayRow({
  day,
  row,
  isSilent,
  again,
}: {
  day: ReconciledDay;
  row: ShownRow;
  /** The processor has not said what it has. */
  isSilent: boolean;
  /** Goes on from the row above, which has said what it is. */
  again: boolean;
}) {
  const { t } = useTranslation('reconciliation');
  const words = useRowWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { region, businessOn } = day;
  const { ours, ledger, differing } = row;
  const theirs = isSilent ? null : row.theirs;
  const [cell, openCell] = useOpenCell();
  const cellOf = (source: DayCell['source']): OpenCell => {
    const { stage, method, batch } = row;
    return { region, day: businessOn, stage, method, batch, source };
  };
  const shown = sources.find(source => cell && isSameCell(cell, cellOf(source)));
  const sum = (source: DayCell['source'], of: DaySum) => (
    <Sum
      of={of}
      isOpen={shown === source}
      opens={`${id}-sum`}
      onOpen={() => openCell(shown === source ? null : cellOf(source))}
    />
  );
  const shownSum = shown && { ours, theirs, ledger }[shown];
  return (
    <>
      <tr data-again={again || undefined}>
        <th scope="row" className={classes.stage}>
          {words.stage(row)}
        </th>
        <td>{words.method(row.method)}</td>
        <td className={classes.batch}>{row.batch ?? t('noBatch')}</td>
        {sum('ours', ours)}
        {theirs ? sum('theirs', theirs) : <td className={figures.number}>{t('notKept')}</td>}
        <td className={figures.number}>{theirs && <Difference of={theirs} from={ours} />}</td>
        {sum('ledger', ledger)}
        <td className={figures.number}>
          <Difference of={ledger} from={ours} />
        </td>
        <td className={figures.number}>
          {differing > 0 && (
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={isOpen}
              aria-controls={id}
              leftSection={
                isOpen ? (
                  <IconChevronDown size={14} aria-hidden="true" />
                ) : (
                  <IconChevronRight size={14} aria-hidden="true" />
                )
              }
              onClick={() => setOpen(!isOpen)}
            >
              {t('show', { count: differing })}
            </Button>
          )}
        </td>
      </tr>
      {shown && shownSum && (
        <tr id={`${id}-sum`}>
          <td colSpan={9} className={classes.opened}>
            <CellPayments day={day} row={row} cell={cellOf(shown)} of={shownSum} />
          </td>
        </tr>
      )}
      {isOpen && differing > 0 && (
        <tr id={id}>
          <td colSpan={9} className={classes.opened}>
            <FindingTable row={row} />
          </td>
        </tr>
      )}
    </>
  );
}

/** To the cent; red with a sign where there is any. */
function Difference({ of, from }: { of: DaySum; from: DaySum }) {
  const difference = cents(of.cents - from.cents);
  if (difference === 0 && of.count === from.count) return <MoneyText amount={difference} />;
  return (
    <strong className={figures.stop}>
      <IconAlertTriangle size={14} aria-hidden="true" className={figures.sign} />
      <MoneyText amount={difference} />
    </strong>
  );
}

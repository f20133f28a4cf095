import { useTranslation } from 'react-i18next';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import figures from '../figures-table.module.css';
import { DayRow } from './day-row.tsx';
import classes from './reconciliation.module.css';

/** What moved on a day, row by row; where the sources differ stands in colour, and nothing else. */
export function DayTable({ day, name }: { day: ReconciledDay; name: string }) {
  const { t } = useTranslation('reconciliation');
  return (
    <table className={`${figures.table} ${classes.table}`} aria-label={t('table', { day: name })}>
      <thead>
        <tr>
          <th scope="col">{t('columns.stage')}</th>
          <th scope="col">{t('columns.method')}</th>
          <th scope="col">{t('columns.batch')}</th>
          {(['ours', 'theirs', 'theirsDiffers', 'ledger', 'ledgerDiffers'] as const).map(column => (
            <th key={column} scope="col" className={figures.number}>
              {t(`columns.${column}`)}
            </th>
          ))}
          <th scope="col" className={figures.number}>
            {t('columns.findings')}
          </th>
        </tr>
      </thead>
      <tbody>
        {day.rows.map((row, at) => (
          <DayRow
            key={row.name}
            day={day}
            row={row}
            isSilent={row.method === 'card' && day.processor === 'silent'}
            again={day.rows[at - 1]?.stage === row.stage && day.rows[at - 1]?.method === row.method}
          />
        ))}
      </tbody>
    </table>
  );
}

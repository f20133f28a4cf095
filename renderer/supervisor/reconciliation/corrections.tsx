import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import figures from '../figures-table.module.css';
import { NoteCorrection } from './note-correction.tsx';
import classes from './reconciliation.module.css';
import { sayMoment, useRowWords } from './say-row.ts';

/** What was noted about a closed day, or about an earlier one while this day was open. */
export function Corrections({ day }: { day: ReconciledDay }) {
  const { t } = useTranslation('reconciliation');
  const words = useRowWords();
  const { corrections, closed, today, region } = day;
  if (corrections.length === 0 && !closed) return null;
  const columns = ['day', 'what', 'amount', 'reason', 'by'] as const;
  return (
    <section aria-labelledby="corrections-title" className={classes.section}>
      <h2 id="corrections-title" className={classes.subtitle}>
        {t('corrections.title')}
      </h2>
      {corrections.length > 0 && (
        <table
          className={`${figures.table} ${classes.table} ${classes.corrections}`}
          aria-labelledby="corrections-title"
        >
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col" className={column === 'amount' ? figures.number : ''}>
                  {t(`corrections.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {corrections.map(made => (
              <tr key={made.correctionId}>
                <th scope="row">
                  {t('corrections.about', {
                    day: sayDate('en', made.businessOn, today),
                    dated: sayDate('en', made.datedOn, today),
                  })}
                </th>
                <td>
                  {t('corrections.row', {
                    stage: words.stage(made),
                    method: words.method(made.method),
                  })}
                </td>
                <td className={figures.number}>
                  <MoneyText amount={made.amountCents} />
                </td>
                <td>{made.reason}</td>
                <td>
                  {t('corrections.by', {
                    name: made.madeByName,
                    at: sayMoment(region, made.madeAt, today),
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {closed && <NoteCorrection key={`${region} ${day.businessOn}`} day={day} />}
    </section>
  );
}

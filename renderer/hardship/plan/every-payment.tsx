import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import classes from './builder.module.css';

const columns = ['dueOn', 'amount', 'interest', 'balance'] as const;

/** What the chart draws, as numbers: every payment of the plan. */
export function EveryPayment({
  disclosure,
  today,
}: {
  disclosure: PlanDisclosure;
  today: CalendarDate;
}) {
  const { t } = useTranslation('planBuilder');
  return (
    <details className={classes.every}>
      <summary>{t('everyPayment')}</summary>
      <table className={classes.table} aria-label={t('everyPayment')}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {disclosure.payments.map(({ dueOn, amountCents, interestCents, balanceCents }) => (
            <tr key={dueOn}>
              <th scope="row">{sayDate('en', dueOn, today)}</th>
              <td>{showMoney(amountCents)}</td>
              <td>{showMoney(interestCents)}</td>
              <td>{showMoney(balanceCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { DayPayment, ReconciledDay } from '#shared/contract/reconciliation.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { moveAmongRows } from '../../parts/move-among-rows.ts';
import figures from '../figures-table.module.css';
import { openPayment } from './open-payment.ts';
import classes from './reconciliation.module.css';
import { sayMoment } from './say-row.ts';

type Day = Pick<ReconciledDay, 'region' | 'today'>;

const columns = ['payment', 'taken', 'guarantor', 'method', 'state', 'amount'] as const;

/** Payments with what each has in a sum. Arrow keys move, Enter opens the payment's page. */
export function CellTable({
  name,
  day,
  payments,
}: {
  name: string;
  day: Day;
  payments: readonly DayPayment[];
}) {
  const { t } = useTranslation('reconciliation');
  return (
    <table
      className={`${figures.table} ${classes.findings}`}
      aria-label={name}
      onKeyDown={moveAmongRows}
    >
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col" className={column === 'amount' ? figures.number : ''}>
              {t(`sum.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {payments.map(each => (
          <tr key={each.ref}>
            <Known of={each} day={day} />
            <td className={figures.number}>
              <MoneyText amount={each.amountCents} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Known({ of: { payment, ref }, day }: { of: DayPayment; day: Day }) {
  const { t, i18n } = useTranslation(['reconciliation', 'balance']);
  if (!payment) {
    return (
      <th scope="row" colSpan={columns.length - 1} className={classes.ref}>
        {t('finding.unknownHere', { ref })}
      </th>
    );
  }
  const { key, confirmation, takenAt, guarantorName, method, state } = payment;
  return (
    <>
      <th scope="row">
        <Button
          size="compact-xs"
          variant="subtle"
          title={t('finding.openIt')}
          onClick={() => openPayment(key)}
        >
          {confirmation ?? t('finding.unconfirmed')}
        </Button>
      </th>
      <td>{sayMoment(day.region, takenAt, day.today)}</td>
      <td>{guarantorName}</td>
      <td>{nameMethod(i18n, method)}</td>
      <td>{t(`balance:states.${state}`)}</td>
    </>
  );
}

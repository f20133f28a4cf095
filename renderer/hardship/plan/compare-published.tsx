import { useTranslation } from 'react-i18next';
import { showMoney } from '#shared/money/show-money.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import classes from './builder.module.css';

const rows = ['monthly', 'number', 'interest', 'total'] as const;

function figure(row: (typeof rows)[number], disclosure: PlanDisclosure): string {
  const { payments, financeChargeCents, totalOfPaymentsCents } = disclosure;
  switch (row) {
    case 'monthly':
      return showMoney(payments[0]?.amountCents ?? totalOfPaymentsCents);
    case 'number':
      return String(payments.length);
    case 'interest':
      return showMoney(financeChargeCents);
    case 'total':
      return showMoney(totalOfPaymentsCents);
  }
}

/** The plan beside those that everybody is offered. */
export function ComparePublished({
  plan,
  published,
}: {
  plan: PlanDisclosure;
  published: readonly PlanDisclosure[];
}) {
  const { t } = useTranslation('planBuilder');
  return (
    <table className={classes.table} aria-label={t('compare')}>
      <thead>
        <tr>
          <td />
          <th scope="col" data-this>
            {t('column.this')}
          </th>
          {published.map(({ payments }) => (
            <th key={payments.length} scope="col">
              {t('column.months', { count: payments.length })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row}>
            <th scope="row">{t(`row.${row}`)}</th>
            <td data-this>{figure(row, plan)}</td>
            {published.map(each => (
              <td key={each.payments.length}>{figure(row, each)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

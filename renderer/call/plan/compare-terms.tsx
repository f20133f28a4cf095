import { useTranslation } from 'react-i18next';
import { showMoney } from '#shared/money/show-money.ts';
import { showPercent } from '#shared/plans/disclosure-words.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import { Busy } from '../../parts/busy.tsx';
import classes from './plan.module.css';
import type { PlanOfTerm } from './use-offers.ts';

const rows = ['monthly', 'number', 'last', 'interest', 'apr', 'total'] as const;

function useFigure() {
  const { t } = useTranslation('plan');
  return (row: (typeof rows)[number], disclosure: PlanDisclosure): string => {
    const { payments, financeChargeCents, aprPercent, totalOfPaymentsCents } = disclosure;
    const last = payments.at(-1);
    switch (row) {
      case 'monthly':
        return showMoney(payments[0]?.amountCents ?? totalOfPaymentsCents);
      case 'number':
        return String(payments.length);
      case 'last':
        return showMoney(last?.amountCents ?? totalOfPaymentsCents);
      case 'interest':
        return showMoney(financeChargeCents);
      case 'apr':
        return t('percent', { percent: showPercent(aprPercent) });
      case 'total':
        return showMoney(totalOfPaymentsCents);
    }
  };
}

/** The published terms side by side; one is chosen by click or arrow. */
export function CompareTerms({
  plans,
  months,
  busy,
  onChoose,
}: {
  plans: readonly PlanOfTerm[];
  months: number | undefined;
  busy: boolean;
  onChoose: (months: number) => void;
}) {
  const { t } = useTranslation('plan');
  const figure = useFigure();
  return (
    <table className={classes.compare} aria-label={t('compare')}>
      <thead>
        <tr>
          <td>
            <Busy busy={busy} does={t('reckoning')} />
          </td>
          {plans.map(each => (
            <th key={each.months} scope="col" data-chosen={each.months === months}>
              <label className={classes.term}>
                <input
                  type="radio"
                  id={`plan-of-${each.months}`}
                  aria-label={t('term', { count: each.months })}
                  name="plan-term"
                  value={each.months}
                  checked={each.months === months}
                  {...(each.months === months && { 'data-focus-first': true })}
                  onChange={() => onChoose(each.months)}
                />
                {t('term', { count: each.months })}
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row} data-row={row}>
            <th scope="row">{t(`row.${row}`)}</th>
            {plans.map(({ months: term, disclosure }) => (
              <td key={term} data-chosen={term === months}>
                <label htmlFor={`plan-of-${term}`}>
                  {disclosure ? figure(row, disclosure) : '–'}
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

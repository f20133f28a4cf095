import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { PlanChangeTerms } from '#shared/plans/change.ts';
import type { PlanPicture } from '#shared/plans/plan-picture.ts';
import classes from './plan-changes.module.css';

const rows = ['next', 'monthly', 'number', 'last', 'payoff', 'left'] as const;

/** From what to what a plan changes, figure by figure; what stays is quieter than what becomes another. */
export function ChangeTable({ terms: { before, after, on } }: { terms: PlanChangeTerms }) {
  const { t } = useTranslation('planChanges');
  const payment = (of: PlanPicture['next']) =>
    of
      ? t('onDate', { amount: showMoney(of.amountCents), date: sayDate('en', of.dueOn, on) })
      : t('none');
  function figure(row: (typeof rows)[number], picture: PlanPicture): string {
    switch (row) {
      case 'next':
        return payment(picture.next);
      case 'monthly':
        return showMoney(picture.levelCents);
      case 'number':
        return String(picture.payments);
      case 'last':
        return payment(picture.last);
      case 'payoff':
        return showMoney(picture.payoffCents);
      case 'left':
        return showMoney(picture.leftCents);
    }
  }
  return (
    <table className={classes.table} aria-label={t('compare')}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('was')}</th>
          <th scope="col">{after ? t('becomes') : t('ends')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => {
          const [was, becomes] = [figure(row, before), after ? figure(row, after) : '–'];
          return (
            <tr key={row} data-changes={after !== null && was !== becomes}>
              <th scope="row">{t(`row.${row}`)}</th>
              <td>{was}</td>
              <td>{becomes}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

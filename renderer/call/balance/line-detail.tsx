import { useTranslation } from 'react-i18next';
import type { Charge } from '#shared/billing/charge.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { DisputeLine } from '../after-payment/dispute-line.tsx';
import { WaiveLine } from '../after-payment/waive-line.tsx';
import classes from './line-detail.module.css';

const less = (amount: Cents) => cents(-amount);

/** How the balance of one line came about: billed, less what insurance, adjustments and payments took off. */
export function LineDetail({ charge, today }: { charge: Charge; today: CalendarDate }) {
  const { t } = useTranslation('balance');
  const { kind, statementNumber, billedCents, insurancePaidCents, adjustedCents, paidCents } =
    charge;
  const steps = [
    { what: t('billed'), amount: billedCents },
    { what: t('insurancePaid'), amount: less(insurancePaidCents) },
    { what: t('adjusted'), amount: less(adjustedCents) },
    { what: t('paid'), amount: less(paidCents) },
    { what: t('balance'), amount: charge.openCents },
  ];
  return (
    <tr>
      <td colSpan={5} className={classes.detail}>
        <p className={classes.kind}>
          {t(`kinds.${kind}`)}
          <span>
            {statementNumber ? t('onStatement', { number: statementNumber }) : t('onNoStatement')}
          </span>
        </p>
        <dl className={classes.steps}>
          {steps.map(({ what, amount }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                <MoneyText amount={amount} />
              </dd>
            </div>
          ))}
        </dl>
        {kind === 'late_fee' && <WaiveLine charge={charge} />}
        <DisputeLine charge={charge} today={today} />
      </td>
    </tr>
  );
}

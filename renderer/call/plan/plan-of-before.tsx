import { useTranslation } from 'react-i18next';
import type { Balance } from '#shared/billing/balance.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import result from '../payment/result/result.module.css';
import classes from './plan.module.css';

/** A plan that was made before plans were disclosed here, or is known from the desk's copy alone. */
export function PlanOfBefore({
  plan,
  today,
}: {
  plan: NonNullable<Balance['plan']>;
  today: CalendarDate;
}) {
  const { t } = useTranslation('plan');
  const { instalmentCents, months, nextDueOn, remainingCents } = plan;
  return (
    <section aria-label={t('stands')}>
      <header tabIndex={-1} data-focus-first className={result.head}>
        <h3 className={result.title}>{t('stands')}</h3>
      </header>
      <p className={classes.figures}>
        {t('figuresFlat', { amount: showMoney(instalmentCents), count: months })}
      </p>
      <p>
        {t('next', { amount: showMoney(instalmentCents), date: sayDate('en', nextDueOn, today) })}
      </p>
      <p className={classes.aside}>{t('remaining', { amount: showMoney(remainingCents) })}</p>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { PlanDisclosure } from '#shared/plans/offer.ts';
import classes from './builder.module.css';
import { ComparePublished } from './compare-published.tsx';
import { EveryPayment } from './every-payment.tsx';
import { ScheduleChart } from './schedule-chart.tsx';

/** A plan as it would be: what it asks, drawn, payment by payment, and beside the published terms. */
export function PlanDrawn({
  plan,
  published,
  today,
}: {
  plan: PlanDisclosure;
  published: readonly PlanDisclosure[];
  today: CalendarDate;
}) {
  const { t } = useTranslation('planBuilder');
  const { payments } = plan;
  const [first, last] = [payments[0], payments.at(-1)];
  if (!first || !last) return null;
  return (
    <section aria-label={t('chart')}>
      <p className={classes.amount}>
        {t('figures', { amount: showMoney(first.amountCents), count: payments.length })}
      </p>
      <p className={classes.small}>{t('lastOn', { date: sayDate('en', last.dueOn, today) })}</p>
      <ScheduleChart disclosure={plan} today={today} />
      <EveryPayment disclosure={plan} today={today} />
      <h3 className={classes.title}>{t('compare')}</h3>
      <ComparePublished plan={plan} published={published} />
    </section>
  );
}

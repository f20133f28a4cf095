import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClockHour4,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { InstalmentStanding } from '#shared/plans/instalment-standings.ts';
import classes from './plan.module.css';

const signs = {
  paid: IconCircleCheck,
  due: IconClockHour4,
  missed: IconAlertTriangle,
  to_come: IconCircleDashed,
} as const;

/** Every payment of a plan: paid, due, missed or to come. */
export function Instalments({
  instalments,
  today,
}: {
  instalments: readonly InstalmentStanding[];
  today: CalendarDate;
}) {
  const { t } = useTranslation('plan');
  return (
    <section aria-labelledby="plan-payments" className={classes.part}>
      <h3 id="plan-payments" className={classes.title}>
        {t('schedule')}
      </h3>
      <table className={classes.instalments} aria-labelledby="plan-payments">
        <thead>
          <tr>
            <th scope="col">{t('column.dueOn')}</th>
            <th scope="col" className={classes.money}>
              {t('column.amount')}
            </th>
            <th scope="col">{t('column.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {instalments.map(({ dueOn, amountCents, standing, openCents }) => {
            const Sign = signs[standing];
            const isPart = standing !== 'to_come' && openCents > 0 && openCents < amountCents;
            return (
              <tr key={dueOn}>
                <td>{sayDate('en', dueOn, today)}</td>
                <td className={classes.money}>{showMoney(amountCents)}</td>
                <td>
                  <span className={classes.standing} data-standing={standing}>
                    <Sign size={14} aria-hidden="true" />
                    {t(`standing.${standing}`)}
                    {isPart && `, ${t('partOpen', { amount: showMoney(openCents) })}`}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

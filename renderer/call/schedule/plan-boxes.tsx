import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { runsOf } from './runs-of.ts';
import classes from './schedule.module.css';

/** What is taken of a plan, which says so itself: there is nothing to enter. */
export function PlanBoxes({
  terms,
  today,
  onLeave,
}: {
  terms: PlanAutopayTerms;
  today: CalendarDate;
  onLeave: () => void;
}) {
  const { t } = useTranslation('schedule');
  const { instalments } = terms;
  const day = (index: number) => {
    const each = instalments.at(index);
    return each ? sayDate('en', each.dueOn, today) : '';
  };
  return (
    <section aria-labelledby="autopay-of-plan">
      <h3 id="autopay-of-plan" className={classes.title}>
        {t('ofPlan.title')}
      </h3>
      <p className={classes.terms}>{runsOf(terms, t)}</p>
      <p className={classes.aside}>{t('ofPlan.days', { first: day(0), last: day(-1) })}</p>
      <Button size="compact-sm" variant="subtle" onClick={onLeave}>
        {t('ofPlan.leave')}
      </Button>
    </section>
  );
}

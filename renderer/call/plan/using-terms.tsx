import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import classes from './plan.module.css';
import type { AllowedTerms } from './use-exceptions.ts';

/** Whose terms these are and until when, with the way back to the published ones. */
export function UsingTerms({
  allowed: { decided, use, terms },
  today,
  onBack,
}: {
  allowed: AllowedTerms;
  today: CalendarDate;
  onBack: () => void;
}) {
  const { t } = useTranslation('approvals');
  const until = sayDate('en', use.goodUntil, today);
  return (
    <div className={classes.using}>
      <p>{t('plan.using', { name: decided?.byName ?? '', until })}</p>
      <p>{t('plan.firstOn', { date: sayDate('en', terms.wish.firstDueOn, today) })}</p>
      <div>
        <Button size="compact-sm" variant="default" onClick={onBack}>
          {t('plan.back')}
        </Button>
      </div>
    </div>
  );
}

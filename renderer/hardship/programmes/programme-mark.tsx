import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ProgrammeReferral } from '#shared/hardship/programmes.ts';
import classes from './programmes.module.css';

/** Where a referral stands, in words beside a sign. */
export function ProgrammeMark({
  referral: { outcome, followUpOn },
  today,
}: {
  referral: ProgrammeReferral;
  today: CalendarDate;
}) {
  const { t } = useTranslation('programmes');
  if (outcome) {
    const Sign = outcome === 'enrolled' ? IconCircleCheck : IconCircleX;
    return (
      <span className={classes.mark} data-standing={outcome === 'enrolled' ? 'done' : 'ended'}>
        <Sign size={16} aria-hidden="true" />
        {t(`outcomes.${outcome}`)}
      </span>
    );
  }
  if (!followUpOn) return null;
  const isOverdue = followUpOn < today;
  const Sign = isOverdue ? IconAlertTriangle : IconClock;
  return (
    <span className={classes.mark} data-standing={isOverdue ? 'overdue' : 'open'}>
      <Sign size={16} aria-hidden="true" />
      {t(isOverdue ? 'overdue' : 'dueOn', { date: sayDate('en', followUpOn, today) })}
    </span>
  );
}

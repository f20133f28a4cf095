import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ProgrammeStep } from '#shared/hardship/programmes.ts';
import classes from './programmes.module.css';

/** Everything that was noted about a referral, in order; nothing of it is ever taken away. */
export function ProgrammeSteps({
  steps,
  today,
}: {
  steps: readonly ProgrammeStep[];
  today: CalendarDate;
}) {
  const { t } = useTranslation('programmes');
  return (
    <ol aria-label={t('steps')} className={classes.steps}>
      {steps.map(({ kind, at, by, happenedOn, note, outcome }) => (
        <li key={at + kind}>
          <span className={classes.small}>
            {sayDate('en', happenedOn, today)} ·{' '}
            {outcome ? t(`outcomes.${outcome}`) : t(`step.${kind}`)} · {by}
          </span>
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}

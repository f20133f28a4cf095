import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { Field } from '../../parts/field.tsx';
import classes from './kept-form.module.css';

const withWeekday = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** A day: one of the usual ones, or any other from the calendar. */
export function DayBox({
  label,
  day,
  usual,
  fault,
  onDay,
}: {
  label: string;
  day: string;
  usual: readonly CalendarDate[];
  fault: string | undefined;
  onDay: (day: string) => void;
}) {
  const { t } = useTranslation('kept');
  return (
    <fieldset className={classes.when}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.days}>
        {usual.map(each => (
          <UnstyledButton
            key={each}
            className={classes.day}
            aria-pressed={each === day}
            onClick={() => onDay(each)}
          >
            {withWeekday.format(Date.parse(each))}
          </UnstyledButton>
        ))}
      </div>
      <Field
        type="date"
        label={t('otherDay')}
        labelProps={{ className: classes.otherDay }}
        value={day}
        error={fault}
        onChange={event => onDay(event.currentTarget.value)}
      />
    </fieldset>
  );
}

import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Frequency } from '#shared/authorisations/terms.ts';
import { Field } from '../../parts/field.tsx';
import classes from './schedule.module.css';
import type { ScheduleForm } from './use-schedule-form.ts';

/** How often a series pays, and when it ends. */
export function SeriesBoxes({
  form,
  fault,
  change,
}: {
  form: ScheduleForm;
  fault: string | undefined;
  change: (change: Partial<ScheduleForm>) => void;
}) {
  const { t } = useTranslation('schedule');
  return (
    <div className={classes.boxes}>
      <NativeSelect
        label={t('frequency')}
        value={form.frequency}
        onChange={event => change({ frequency: Frequency.parse(event.currentTarget.value) })}
        data={Frequency.options.map(value => ({ value, label: t(`frequencies.${value}`) }))}
      />
      <NativeSelect
        label={t('ends')}
        value={form.endsBy}
        onChange={event =>
          change({ endsBy: event.currentTarget.value === 'date' ? 'date' : 'count' })
        }
        data={(['count', 'date'] as const).map(value => ({ value, label: t(`endsBy.${value}`) }))}
      />
      {form.endsBy === 'count' ? (
        <Field
          label={t('payments')}
          inputMode="numeric"
          value={form.count}
          error={fault}
          onChange={event => change({ count: event.currentTarget.value })}
        />
      ) : (
        <Field
          type="date"
          label={t('lastOn')}
          value={form.lastOn}
          error={fault}
          onChange={event => change({ lastOn: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

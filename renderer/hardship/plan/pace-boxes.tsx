import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { organization } from '#shared/organization/profile.ts';
import { DayBox } from '../../call/kept/day-box.tsx';
import { usualBankDays } from '../../call/schedule/usual-bank-days.ts';
import { Field } from '../../parts/field.tsx';
import type { BuilderForm, ChangeBuilder } from './use-builder.ts';

/** What comes first: what they can pay, an amount, or a term; and the day of the first payment. */
export function PaceBoxes({
  form,
  change,
  today,
  faults,
}: {
  form: BuilderForm;
  change: ChangeBuilder;
  today: CalendarDate;
  faults: { readonly pace: string | undefined; readonly day: string | undefined };
}) {
  const { t } = useTranslation('planBuilder');
  const latest = addDays(today, organization.plans.firstDueWithinDays);
  const { pace } = form;
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('pace')}
        value={pace}
        onChange={value => change({ pace: value as BuilderForm['pace'] })}
        data={(['afford', 'payment', 'months'] as const).map(value => ({
          value,
          label: t(`paces.${value}`),
        }))}
      />
      {pace !== 'afford' && (
        <Field
          label={t(pace)}
          inputMode="decimal"
          {...(pace === 'payment' ? { leftSection: '$' } : { description: t('monthsHint') })}
          value={form[pace]}
          error={faults.pace}
          onChange={event => change({ [pace]: event.currentTarget.value })}
        />
      )}
      <DayBox
        label={t('first')}
        day={form.day}
        usual={usualBankDays(today).filter(day => day <= latest)}
        fault={faults.day}
        onDay={day => change({ day })}
      />
    </>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDate } from '#shared/calendar/dates.ts';
import { organization } from '#shared/organization/profile.ts';
import { DayBox } from '../kept/day-box.tsx';
import { usualBankDays } from '../schedule/usual-bank-days.ts';
import type { PlanForm } from './use-plan-form.ts';

/** When the first payment is due: today, on this call, or on a day on which the banks are open. */
export function FirstPayment({
  form,
  change,
  today,
  fault,
}: {
  form: PlanForm;
  change: (change: Partial<PlanForm>) => void;
  today: CalendarDate;
  fault: string | undefined;
}) {
  const { t } = useTranslation('plan');
  const latest = addDays(today, organization.plans.firstDueWithinDays);
  const usual = usualBankDays(today).filter(day => day <= latest);
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('first')}
        value={form.first}
        onChange={value => change({ first: value === 'date' ? 'date' : 'today' })}
        data={(['today', 'date'] as const).map(value => ({ value, label: t(`firstOn.${value}`) }))}
      />
      {form.first === 'date' && (
        <DayBox
          label={t('day')}
          day={form.day}
          usual={usual}
          fault={fault}
          onDay={day => change({ day })}
        />
      )}
    </>
  );
}

import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AmountBox } from '../payment/amount-box.tsx';
import type { ScheduleForm } from './use-schedule-form.ts';

const ledgers = ['medical', 'premium'] as const;

/** Which statements autopay takes, where there are two kinds, and how much at most. */
export function AutopayBoxes({
  form,
  ledger,
  fault,
  change,
}: {
  form: ScheduleForm;
  /** The one it takes; null where there is nothing to choose. */
  ledger: (typeof ledgers)[number] | null;
  fault: string | undefined;
  change: (change: Partial<ScheduleForm>) => void;
}) {
  const { t } = useTranslation(['schedule', 'payment']);
  return (
    <>
      {ledger && (
        <NativeSelect
          label={t('ledger')}
          value={ledger}
          onChange={event =>
            change({ ledger: event.currentTarget.value === 'premium' ? 'premium' : 'medical' })
          }
          data={ledgers.map(value => ({ value, label: t(`payment:ledgers.${value}`) }))}
        />
      )}
      <AmountBox
        label={t('amount.autopay')}
        text={form.cap}
        fault={fault}
        onType={typed => change({ cap: typed })}
      />
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Charge } from '#shared/billing/charge.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { DisputeForm } from './dispute-form.tsx';
import classes from './payment-dialog.module.css';

/** Disputes a line of the bill from where the caller and the representative look at it. */
export function DisputeLine({ charge, today }: { charge: Charge; today: CalendarDate }) {
  const { t } = useTranslation('afterPayment');
  const [begun, setBegun] = useState(false);
  if (begun) {
    return (
      <div className={classes.inLine}>
        <DisputeForm charges={[charge]} today={today} />
      </div>
    );
  }
  if (charge.disputed) return null;
  return (
    <Button size="compact-xs" variant="default" mt="xs" onClick={() => setBegun(true)}>
      {t('disputeLine')}
    </Button>
  );
}

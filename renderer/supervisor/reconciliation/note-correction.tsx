import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import { CorrectionForm } from './correction-form.tsx';
import classes from './reconciliation.module.css';

/** Notes what turned out to be wrong with a closed day; each correction begins with an empty form. */
export function NoteCorrection({ day }: { day: ReconciledDay }) {
  const { t } = useTranslation('reconciliation');
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const [datedOn, note] = useState<CalendarDate | null>(null);
  if (isOpen) {
    return (
      <CorrectionForm
        day={day}
        onNoted={on => {
          note(on);
          setOpen(false);
        }}
        onLeave={() => setOpen(false)}
      />
    );
  }
  return (
    <div className={classes.form}>
      {datedOn && (
        <p role="status">{t('corrections.kept', { day: sayDate('en', datedOn, day.today) })}</p>
      )}
      <Button
        size="compact-sm"
        variant="default"
        // Who closes the form is where they opened it.
        autoFocus={isOpen === false}
        onClick={() => setOpen(true)}
      >
        {t('corrections.begin')}
      </Button>
    </div>
  );
}

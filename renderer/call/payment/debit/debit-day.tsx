import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { Keycap } from '../../../parts/keycap.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { DayBox } from '../../kept/day-box.tsx';
import type { PayForm } from '../pay-form.ts';
import type { ChangeForm } from '../use-pay-form.ts';
import classes from './debit.module.css';
import type { ReadDebit } from './read-debit.ts';

const DAY_KEY = 'Ctrl+D';

/** When the account is debited and the debit settles: the soonest day, unless the caller wants another. */
export function DebitDay({
  debit,
  form,
  change,
  today,
}: {
  debit: ReadDebit;
  form: PayForm;
  change: ChangeForm;
  today: CalendarDate;
}) {
  const { t } = useTranslation(['payment', 'problems']);
  const { facts, settlesOn, soonest, dayFault, agreed } = debit;
  const [open, setOpen] = useState(dayFault !== undefined);
  const toggle = () => setOpen(now => !now);
  useKeys(agreed ? {} : { [DAY_KEY]: { does: t('debit.otherDay'), run: toggle, shown: 'help' } });
  const fault =
    dayFault && t(dayFault === 'debit_day_missing' ? 'debit.dayMissing' : `problems:${dayFault}`);
  return (
    <div className={classes.day}>
      <p className={classes.when}>
        <span>
          {t('debit.when', { on: sayDate('en', facts.debitOn, today) })}
          <small className={classes.settles}>
            {t('debit.settles', { on: sayDate('en', settlesOn, today) })}
          </small>
        </span>
        {!agreed && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={open}
            aria-keyshortcuts="Control+D"
            rightSection={<Keycap name={DAY_KEY} />}
            onClick={toggle}
          >
            {t('debit.otherDay')}
          </Button>
        )}
      </p>
      {open && !agreed && (
        <DayBox
          label={t('debit.day')}
          day={form.debitOn ?? facts.debitOn}
          usual={soonest}
          fault={fault}
          onDay={debitOn => change({ debitOn })}
        />
      )}
    </div>
  );
}

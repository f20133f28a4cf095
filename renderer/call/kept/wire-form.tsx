import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { usualWireDays } from '#shared/calendar/usual-days.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { latestWireOn, wireDateFault } from '#shared/wires/policy.ts';
import { useAskTo } from '../../desk/ask.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import { DayBox } from './day-box.tsx';
import { KeptAmount, useAmountFault } from './kept-amount.tsx';
import { KeptForm } from './kept-form.tsx';
import { type AmountForm, readWireAmount } from './read-kept-amount.ts';
import { useKeptForm } from './use-kept-form.ts';
import { useRegionToday } from './use-region-today.ts';

interface Form extends AmountForm {
  readonly day: string;
}

const empty: Form = { ledger: null, choice: null, typed: '', day: '' };

/** A wire that somebody will send: how much and when. Its reference is made when it is noted. */
export function WireForm({ call, known }: { call: OpenCall; known: KnownBalance | undefined }) {
  const { t } = useTranslation('kept');
  const [form, change, clear] = useKeptForm(call.callId, 'wire', empty);
  const [tried, setTried] = useState(false);
  const expect = useAskTo('wires.expect');
  const { today, timeZone, now } = useRegionToday(call);
  const amount = known && readWireAmount(form, known);
  const { amountCents, amountFault } = useAmountFault(form, amount);
  const day = CalendarDate.safeParse(form.day).data;
  const wrongDay = day && wireDateFault(day, now, timeZone);
  const latest = sayDate('en', latestWireOn(today), today);
  const dayFault = !day ? t('dayMissing') : wrongDay && t(`wireDay.${wrongDay}`, { latest });

  return (
    <KeptForm
      does={t('submit.wire')}
      fault={amountFault ?? dayFault}
      busy={expect.isPending}
      refused={expect.error}
      onFault={() => setTried(true)}
      onSubmit={() => {
        if (amountCents === undefined || !day) return;
        const ledger = amount?.ledger ?? 'medical';
        expect.mutate(
          { amountCents, expectedOn: day, ledger, method: 'wire' },
          { onSuccess: clear },
        );
      }}
    >
      <KeptAmount label={t('amount.wire')} form={form} change={change} amount={amount} />
      <DayBox
        label={t('day.wire')}
        day={form.day}
        usual={usualWireDays(today)}
        fault={(tried || day) && dayFault ? dayFault : undefined}
        onDay={next => change({ day: next })}
      />
    </KeptForm>
  );
}

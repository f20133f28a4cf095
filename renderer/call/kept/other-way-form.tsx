import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { OtherWay, usualOtherDays } from '#shared/wires/other-ways.ts';
import { latestWireOn, wireDateFault } from '#shared/wires/policy.ts';
import { useAskTo } from '../../desk/ask.ts';
import { SpokenWords } from '../../parts/spoken-words.tsx';
import type { KnownBalance } from '../balance/use-balance.ts';
import { DayBox } from './day-box.tsx';
import { KeptAmount, useAmountFault } from './kept-amount.tsx';
import { KeptForm } from './kept-form.tsx';
import { type AmountForm, readWireAmount } from './read-kept-amount.ts';
import { useKeptForm } from './use-kept-form.ts';
import { useRegionToday } from './use-region-today.ts';
import { useWayWords } from './use-way-words.ts';

interface Form extends AmountForm {
  readonly way: OtherWay;
  readonly day: string;
}

const empty: Form = { ledger: null, choice: null, typed: '', day: '', way: 'mail' };

/** The ways to pay that nobody at a desk takes part in: what to say and where it goes, and what to expect of it. */
export function OtherWayForm({ call, known }: { call: OpenCall; known: KnownBalance | undefined }) {
  const { t } = useTranslation('kept');
  const [form, change, clear] = useKeptForm(call.callId, 'other', empty);
  const [tried, setTried] = useState(false);
  const expect = useAskTo('wires.expect');
  const wordsOf = useWayWords(call);
  const { today, timeZone, now } = useRegionToday(call);
  const amount = known && readWireAmount(form, known);
  const { amountCents, amountFault } = useAmountFault(form, amount);
  const day = CalendarDate.safeParse(form.day).data;
  const wrongDay = day && wireDateFault(day, now, timeZone);
  const latest = sayDate('en', latestWireOn(today), today);
  const dayFault = !day ? t('dayMissing') : wrongDay && t(`arrivalDay.${wrongDay}`, { latest });
  const { way } = form;

  return (
    <KeptForm
      does={t('submit.other')}
      fault={amountFault ?? dayFault}
      busy={expect.isPending}
      refused={expect.error}
      onFault={() => setTried(true)}
      onSubmit={() => {
        if (amountCents === undefined || !day) return;
        const ledger = amount?.ledger ?? 'medical';
        const expected = { amountCents, expectedOn: day, ledger, method: way };
        expect.mutate(expected, { onSuccess: clear });
      }}
    >
      <NativeSelect
        data-focus-first
        label={t('way')}
        value={way}
        onChange={event => change({ way: OtherWay.parse(event.currentTarget.value) })}
        data={OtherWay.options.map(value => ({ value, label: t(`ways.${value}`) }))}
      />
      <SpokenWords>{wordsOf(way)}</SpokenWords>
      <p>{t('noteIt')}</p>
      <KeptAmount label={t('amount.other')} form={form} change={change} amount={amount} />
      <DayBox
        label={t('day.other')}
        day={form.day}
        usual={usualOtherDays(way, today)}
        fault={(tried || day) && dayFault ? dayFault : undefined}
        onDay={next => change({ day: next })}
      />
    </KeptForm>
  );
}

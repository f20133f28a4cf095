import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PromiseReason } from '#shared/billing/promise.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { usualPromiseDays } from '#shared/calendar/usual-days.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { latestPromiseOn, promiseDateFault } from '#shared/promises/policy.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Field } from '../../parts/field.tsx';
import { promiseWords } from '../balance/promise-words.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import { DayBox } from './day-box.tsx';
import { KeptAmount, useAmountFault } from './kept-amount.tsx';
import { KeptForm } from './kept-form.tsx';
import { type AmountForm, readPromiseAmount } from './read-kept-amount.ts';
import { useKeptForm } from './use-kept-form.ts';
import { useRegionToday } from './use-region-today.ts';

interface Form extends AmountForm {
  readonly day: string;
  readonly reason: PromiseReason;
  readonly note: string;
}

const empty: Form = { ledger: null, choice: null, typed: '', day: '', reason: 'payday', note: '' };

/** What the caller promises to pay, when, and why not now. */
export function PromiseForm({ call, known }: { call: OpenCall; known: KnownBalance | undefined }) {
  const { t, i18n: words } = useTranslation('kept');
  const [form, change, clear] = useKeptForm(call.callId, 'promise', empty);
  const [tried, setTried] = useState(false);
  const make = useAskTo('promises.make');
  const { today, timeZone, now } = useRegionToday(call);
  const amount = known && readPromiseAmount(form, known);
  const { amountCents, amountFault } = useAmountFault(form, amount);
  const day = CalendarDate.safeParse(form.day).data;
  const wrongDay = day && promiseDateFault(day, now, timeZone);
  const latest = sayDate('en', latestPromiseOn(today), today);
  const dayFault = !day ? t('dayMissing') : wrongDay && t(`promiseDay.${wrongDay}`, { latest });
  const { reason, note } = form;
  const earlier =
    known && promiseWords(known.balance, known.today, words.getFixedT('en', 'balance'));

  return (
    <KeptForm
      does={t('submit.promise')}
      fault={amountFault ?? dayFault}
      busy={make.isPending}
      refused={make.error}
      onFault={() => setTried(true)}
      onSubmit={() => {
        if (amountCents === undefined || !day) return;
        const promise = { amountCents, promisedOn: day, reason, note };
        make.mutate(promise, { onSuccess: clear });
      }}
    >
      {earlier && <p>{t('earlierPromise', { earlier })}</p>}
      <KeptAmount label={t('amount.promise')} form={form} change={change} amount={amount} />
      <DayBox
        label={t('day.promise')}
        day={form.day}
        usual={usualPromiseDays(today)}
        fault={(tried || day) && dayFault ? dayFault : undefined}
        onDay={next => change({ day: next })}
      />
      <NativeSelect
        label={t('reason')}
        value={reason}
        onChange={event => change({ reason: PromiseReason.parse(event.currentTarget.value) })}
        data={PromiseReason.options.map(value => ({ value, label: t(`reasons.${value}`) }))}
      />
      <Field
        label={t('promiseNote')}
        value={note}
        maxLength={500}
        error={make.error?.field === 'note' && make.error.message}
        onChange={event => change({ note: event.currentTarget.value })}
      />
    </KeptForm>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { showPercent } from '#shared/plans/disclosure-words.ts';
import type { PlanWish } from '#shared/plans/wish.ts';
import { ask, useAskTo } from '../../desk/ask.ts';
import { Field } from '../../parts/field.tsx';
import { useSpoken } from '../../parts/use-spoken.ts';
import { ActionForm } from '../after-payment/action-form.tsx';
import { DayBox } from '../kept/day-box.tsx';
import { usualBankDays } from '../schedule/usual-bank-days.ts';
import classes from './plan.module.css';
import { useOtherWish } from './use-other-wish.ts';

/** As long as somebody types, nothing is reckoned. */
const TYPED_MS = 400;

/** Asks a supervisor for terms that the policy does not have, with what they would come to. */
export function AskOtherTerms({ today, onAsked }: { today: CalendarDate; onAsked: () => void }) {
  const { t } = useTranslation('approvals');
  const { say } = useSpoken();
  const [requestId] = useState(() => uuid());
  const { form, change, wish, paceFault, dayFault } = useOtherWish(today);
  const askFor = useAskTo('approvals.askPlan');
  const isMonths = form.by === 'months';
  return (
    <ActionForm
      does={t('plan.do')}
      reasonLabel={t('reason')}
      reasonHint={t('askHint')}
      busy={askFor.isPending}
      refused={askFor.error}
      fault={wish === undefined}
      done={askFor.isSuccess ? t('plan.done') : undefined}
      spoken={say('after.planAsked')}
      onSubmit={reason =>
        wish && askFor.mutate({ requestId, wish, reason }, { onSuccess: onAsked })
      }
    >
      {tried => (
        <>
          <p className={classes.aside}>{t('plan.intro')}</p>
          <SegmentedControl
            size="xs"
            aria-label={t('plan.by')}
            value={form.by}
            onChange={value => change({ by: value === 'months' ? 'months' : 'payment' })}
            data={[
              { value: 'months', label: t('plan.byMonths') },
              { value: 'payment', label: t('plan.byPayment') },
            ]}
          />
          <Field
            autoFocus
            label={t(isMonths ? 'plan.months' : 'plan.perMonth')}
            value={isMonths ? form.months : form.payment}
            leftSection={isMonths ? undefined : '$'}
            inputMode={isMonths ? 'numeric' : 'decimal'}
            error={tried ? paceFault : undefined}
            onChange={event => {
              const typed = event.currentTarget.value;
              change(isMonths ? { months: typed } : { payment: typed });
            }}
          />
          <DayBox
            label={t('plan.first')}
            day={form.day}
            usual={usualBankDays(today)}
            fault={tried || form.day ? dayFault : undefined}
            onDay={day => change({ day })}
          />
          {wish && <WhatItCosts wish={wish} />}
        </>
      )}
    </ActionForm>
  );
}

/** What the terms would come to today; nothing of it is read aloud before they are allowed. */
function WhatItCosts({ wish }: { wish: PlanWish }) {
  const { t } = useTranslation(['approvals', 'problems']);
  const [asked] = useDebouncedValue(wish, TYPED_MS);
  const { data } = useQuery({
    queryKey: ['plans.compare', 'other terms', asked],
    queryFn: () => ask('plans.compare', { wishes: [asked], asException: true }),
  });
  const [compared] = data?.compared ?? [];
  const { disclosure, problem, leastCents } = compared ?? {};
  if (leastCents) return <p>{t('plan.least', { amount: showMoney(leastCents) })}</p>;
  if (problem) return <p role="alert">{t(`problems:${problem}`)}</p>;
  const [first] = disclosure?.payments ?? [];
  if (!disclosure || !first) return null;
  return (
    <p>
      {t('plan.figures', {
        count: disclosure.payments.length,
        amount: showMoney(first.amountCents),
        interest: showMoney(disclosure.financeChargeCents),
        apr: showPercent(disclosure.aprPercent),
      })}
    </p>
  );
}

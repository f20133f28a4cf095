import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaidBy } from '#shared/authorisations/agreement.ts';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { payerOf } from '#shared/call/payer.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAway } from '../../desk/use-away.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import { DayBox } from '../kept/day-box.tsx';
import { KeptAmount } from '../kept/kept-amount.tsx';
import { KeptForm } from '../kept/kept-form.tsx';
import { AutopayBoxes } from './autopay-boxes.tsx';
import { MethodChoice } from './method-choice.tsx';
import { PlanBoxes } from './plan-boxes.tsx';
import { ReadAuthorisation } from './read-authorisation.tsx';
import { SeriesBoxes } from './series-boxes.tsx';
import { useScheduleCheck } from './use-schedule-check.ts';
import type { ScheduleForm as Form } from './use-schedule-form.ts';
import { useSetUp } from './use-set-up.ts';
import { usualBankDays } from './usual-bank-days.ts';

const kinds = ['once', 'series', 'autopay'] as const;

/** Sets up payments to come, or other terms for some: what, when, by which card or account, and each yes. */
export function ScheduleForm({
  call,
  known,
  authorisations,
  form,
  fresh,
  change,
  onDone,
  onTake,
}: {
  call: OpenCall;
  known: KnownBalance;
  authorisations: readonly Authorisation[];
  form: Form;
  /** The card or account was taken just now. */
  fresh: boolean;
  change: (change: Partial<Form>) => void;
  onDone: () => void;
  onTake: (paidBy: PaidBy) => void;
}) {
  const { t } = useTranslation('schedule');
  const { language } = useSpoken();
  const [tried, setTried] = useState(false);
  const away = useAway();
  const setUp = useSetUp(call, onDone);
  const { kind } = form;
  const { today, balance } = known;
  const checked = useScheduleCheck({ call, known, authorisations, form });
  const { amount, amountFault, dayFault, endFault, method, terms, acknowledged } = checked;

  return (
    <KeptForm
      does={t(form.changing ? 'submit.change' : 'submit.make')}
      fault={checked.fault}
      busy={setUp.isPending}
      refused={setUp.error}
      onFault={() => setTried(true)}
      onSubmit={() =>
        terms && setUp.send(form, { terms, acknowledged: [...acknowledged], language })
      }
    >
      {form.plan && (
        <PlanBoxes
          terms={form.plan}
          today={today}
          onLeave={() => change({ plan: null, kind: 'once' })}
        />
      )}
      {!form.changing && !form.plan && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('kind')}
          value={kind}
          onChange={value => change({ kind: kinds.find(each => each === value) ?? 'once' })}
          data={kinds.map(value => ({ value, label: t(`kinds.${value}`) }))}
        />
      )}
      {kind === 'autopay' && (
        <AutopayBoxes
          form={form}
          ledger={amount.ledgerOpen && !form.changing ? amount.ledger : null}
          fault={amountFault}
          change={change}
        />
      )}
      {(kind === 'once' || kind === 'series') && (
        <>
          <KeptAmount label={t(`amount.${kind}`)} form={form} change={change} amount={amount} />
          <DayBox
            label={t(`day.${kind}`)}
            day={form.day}
            usual={usualBankDays(today)}
            fault={tried || form.day ? dayFault : undefined}
            onDay={day => change({ day })}
          />
        </>
      )}
      {kind === 'series' && (
        <SeriesBoxes form={form} fault={tried ? endFault : undefined} change={change} />
      )}
      {!form.changing && (
        <MethodChoice
          call={call}
          authorisations={authorisations}
          methodId={form.methodId}
          closed={away}
          onChoose={methodId => change({ methodId })}
          onTake={onTake}
        />
      )}
      {terms && method && !away && (
        <ReadAuthorisation
          facts={{ terms, method, name: payerOf(call) ?? balance.guarantor.name, today }}
          recording={call.reference}
          acknowledged={acknowledged}
          atOnce={fresh}
          onAgree={element => change(checked.agreeTo(element))}
        />
      )}
    </KeptForm>
  );
}

import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AuthorisationElement,
  missingElement,
  type PaidBy,
} from '#shared/authorisations/agreement.ts';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { payerOf } from '#shared/call/payer.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { useAway } from '../../desk/use-away.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import type { KnownBalance } from '../balance/use-balance.ts';
import { DayBox } from '../kept/day-box.tsx';
import { KeptAmount, useAmountFault } from '../kept/kept-amount.tsx';
import { KeptForm } from '../kept/kept-form.tsx';
import { readWireAmount } from '../kept/read-kept-amount.ts';
import { AmountBox } from '../payment/amount-box.tsx';
import { capturedOn } from './captured-on.ts';
import { MethodChoice } from './method-choice.tsx';
import { ReadAuthorisation } from './read-authorisation.tsx';
import { type FormFault, readTerms } from './read-terms.ts';
import { SeriesBoxes } from './series-boxes.tsx';
import type { ScheduleForm as Form } from './use-schedule-form.ts';
import { useSetUp } from './use-set-up.ts';
import { usualBankDays } from './usual-bank-days.ts';

const kinds = ['once', 'series', 'autopay'] as const;
const ofTheDay: readonly (FormFault | undefined)[] = [
  'day_missing',
  'not_in_future',
  'banks_closed',
  'too_soon_for_debit',
  'beyond_a_year',
];

function useFaultWords(): (fault: FormFault) => string {
  const { t } = useTranslation(['schedule', 'kept']);
  return fault => {
    if (fault === 'day_missing') return t('kept:dayMissing');
    if (fault === 'count_missing') return t('countMissing');
    if (fault === 'last_missing') return t('lastMissing');
    return t(`faults.${fault}`);
  };
}

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
  const { t } = useTranslation(['schedule', 'payment']);
  const { language } = useSpoken();
  const [tried, setTried] = useState(false);
  const away = useAway();
  const sayFault = useFaultWords();
  const setUp = useSetUp(call, onDone);
  const { kind } = form;
  const { today, balance } = known;
  const amount = readWireAmount(form, known);
  const fixed = useAmountFault(form, amount);
  const cap = parseAmount(form.cap);
  const amountCents =
    kind === 'autopay' ? (cap.ok ? cap.amountCents : undefined) : fixed.amountCents;
  const amountFault =
    kind === 'autopay'
      ? cap.ok
        ? undefined
        : t(`payment:faults.${cap.fault}`)
      : fixed.amountFault;
  const changed = authorisations.find(each => each.authorisationId === form.authorisationId);
  const stored = authorisations.find(each => each.methodId === form.methodId);
  const method = (form.changing ? changed?.method : stored?.method) ?? capturedOn(call);
  const paidBy = method?.kind ?? 'card';
  const read =
    amountCents === undefined
      ? undefined
      : readTerms(form, amountCents, amount.ledger, paidBy, today);
  const termsFault = read?.fault;
  const terms = read?.terms;
  const asked = JSON.stringify([terms, method, language]);
  const acknowledged = form.agreedTo === asked ? form.acknowledged : [];
  const missing = terms && missingElement(terms, paidBy, acknowledged);
  const agree = (element: AuthorisationElement) =>
    change({ agreedTo: asked, acknowledged: [...acknowledged, element] });
  const fault =
    (away ? t('away') : undefined) ??
    amountFault ??
    (termsFault && sayFault(termsFault)) ??
    (method ? undefined : t('methodMissing')) ??
    (missing && t('elementMissing', { element: t(`element.${paidBy}.${missing}`) }));
  const dayFault = termsFault && ofTheDay.includes(termsFault) ? sayFault(termsFault) : undefined;
  const endFault = termsFault && !dayFault ? sayFault(termsFault) : undefined;

  return (
    <KeptForm
      does={t(form.changing ? 'submit.change' : 'submit.make')}
      fault={fault}
      busy={setUp.isPending}
      refused={setUp.error}
      onFault={() => setTried(true)}
      onSubmit={() =>
        terms && setUp.send(form, { terms, acknowledged: [...acknowledged], language })
      }
    >
      {!form.changing && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('kind')}
          value={kind}
          onChange={value => change({ kind: kinds.find(each => each === value) ?? 'once' })}
          data={kinds.map(value => ({ value, label: t(`kinds.${value}`) }))}
        />
      )}
      {kind === 'autopay' ? (
        <>
          {amount.ledgerOpen && !form.changing && (
            <NativeSelect
              label={t('ledger')}
              value={amount.ledger}
              onChange={event =>
                change({ ledger: event.currentTarget.value === 'premium' ? 'premium' : 'medical' })
              }
              data={(['medical', 'premium'] as const).map(value => ({
                value,
                label: t(`payment:ledgers.${value}`),
              }))}
            />
          )}
          <AmountBox
            label={t('amount.autopay')}
            text={form.cap}
            fault={amountFault}
            onType={typed => change({ cap: typed })}
          />
        </>
      ) : (
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
          onAgree={agree}
        />
      )}
    </KeptForm>
  );
}

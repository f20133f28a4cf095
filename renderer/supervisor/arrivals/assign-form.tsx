import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LedgerKind } from '#shared/billing/account.ts';
import {
  ArrivalAssignment,
  type AssignedArrival,
  type UnmatchedArrival,
} from '#shared/contract/arrivals.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Busy } from '../../parts/busy.tsx';
import { Field } from '../../parts/field.tsx';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './arrivals.module.css';

/** Posts an amount to a guarantor by hand: to whom, on which ledger, and how that is known. */
export function AssignForm({
  arrival,
  onAssigned,
}: {
  arrival: UnmatchedArrival;
  onAssigned: (assigned: AssignedArrival) => void;
}) {
  const { t } = useTranslation(['arrivals', 'common']);
  const assign = useAskTo('arrivals.assign');
  const [typed, setTyped] = useState<string>(arrival.guarantorId ?? '');
  const [ledger, setLedger] = useState<LedgerKind>('medical');
  const reason = useReason();
  const [tried, setTried] = useState(false);
  const boxes = {
    number: useRef<HTMLInputElement>(null),
    reason: useRef<HTMLTextAreaElement>(null),
  };
  const number = ArrivalAssignment.shape.number.safeParse(typed.replace(/[\s-]/g, '')).data;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const given = reason.give();
    if (assign.isPending) return;
    if (!number || given === undefined) return boxes[number ? 'reason' : 'number'].current?.focus();
    const { arrivalId } = arrival;
    assign.mutate({ arrivalId, number, ledger, reason: given }, { onSuccess: onAssigned });
  }
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <Field
        autoFocus
        ref={boxes.number}
        label={t('number')}
        description={t('numberHint')}
        value={typed}
        maxLength={20}
        error={tried && !number && t('numberMissing')}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('ledger')}
        value={ledger}
        onChange={event => setLedger(LedgerKind.parse(event.currentTarget.value))}
        data={LedgerKind.options.map(value => ({ value, label: t(`ledgers.${value}`) }))}
      />
      <ReasonBox ref={boxes.reason} reason={reason} label={t('reason')} hint={t('reasonHint')} />
      <RefusedNote refused={assign.error} />
      <Button type="submit">{t('assign')}</Button>
      <Busy busy={assign.isPending} does={t('common:busy')} />
    </form>
  );
}

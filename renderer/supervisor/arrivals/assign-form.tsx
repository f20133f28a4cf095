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
import { RefusedNote } from '../../parts/refused-note.tsx';
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
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const boxes = { number: useRef<HTMLInputElement>(null), reason: useRef<HTMLInputElement>(null) };
  const number = ArrivalAssignment.shape.number.safeParse(typed.replace(/[\s-]/g, '')).data;
  const whyGood = ArrivalAssignment.shape.reason.safeParse(reason).success;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (assign.isPending) return;
    if (!number || !whyGood) return boxes[number ? 'reason' : 'number'].current?.focus();
    const { arrivalId } = arrival;
    assign.mutate({ arrivalId, number, ledger, reason: reason.trim() }, { onSuccess: onAssigned });
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
      <Field
        ref={boxes.reason}
        label={t('reason')}
        description={t('reasonHint')}
        value={reason}
        maxLength={500}
        error={tried && !whyGood && t('reasonMissing')}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <RefusedNote refused={assign.error} />
      <Button type="submit">{t('assign')}</Button>
      <Busy busy={assign.isPending} does={t('common:busy')} />
    </form>
  );
}

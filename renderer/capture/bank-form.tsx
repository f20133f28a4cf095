import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankField } from '#shared/ach/bank-entry.ts';
import { ComplaintLine } from './complaint-line.tsx';
import { EntryActions } from './entry-actions.tsx';
import { EntryBox } from './entry-box.tsx';
import { KindChoice } from './kind-choice.tsx';
import { useBankEntry } from './use-bank-entry.ts';
import { useReadingOn } from './use-reading-on.ts';

/** The bank account as the caller reads it out, its number twice; nothing of it stays here. */
export function BankForm() {
  const { t } = useTranslation(['capture', 'bank']);
  const bank = useBankEntry(fault => t(`bank:${fault}`));
  const boxes = useRef<Partial<Record<BankField, HTMLInputElement | null>>>({});
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { entry, complaints } = bank;

  const focusOn = (field: BankField) => boxes.current[field]?.focus();
  const readOn = useReadingOn(focusOn);
  useEffect(() => boxes.current.routingNumber?.focus(), []);

  function cancel() {
    bank.clear();
    void window.desk.ask('capture.cancel', null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    const firstAtFault = bank.complainOfAll();
    if (firstAtFault) return focusOn(firstAtFault);
    setSending(true);
    setRefusal(undefined);
    const reply = window.desk.ask('capture.submitBank', entry);
    bank.clear();
    const answer = await reply;
    setSending(false);
    if (!answer.ok) setRefusal(answer.message);
    else bank.setComplaints(answer.value.faults);
    focusOn('routingNumber');
  }

  const box = (field: BankField) => ({
    ref: (input: HTMLInputElement | null) => {
      boxes.current[field] = input;
    },
    id: field,
    label: t(field),
    inputMode: 'numeric' as const,
    maxLength: 24,
    value: entry[field],
    complaint: complaints[field],
    onBlur: () => bank.leave(field),
    onType: (input: HTMLInputElement) => readOn(bank.type(field, input.value)),
  });
  return (
    <form onSubmit={submit} aria-labelledby="title" noValidate>
      <h1 id="title" className="heard-only">
        {t('bankTitle')}
      </h1>
      <KindChoice kind={entry.accountKind} choose={bank.choose} />
      <EntryBox {...box('routingNumber')}>
        <span className="brand bank" role="status">
          {bank.bankName}
        </span>
      </EntryBox>
      <ComplaintLine fields={['routingNumber']} complaints={complaints} />
      <div className="pair">
        <EntryBox {...box('accountNumber')} className="hidden-when-left" />
        <EntryBox {...box('accountNumberAgain')} className="hidden-when-left" />
      </div>
      <ComplaintLine
        fields={['accountNumber', 'accountNumberAgain']}
        complaints={complaints}
        refusal={refusal}
      />
      <EntryActions use={t('useAccount')} sending={sending} cancel={cancel} />
    </form>
  );
}

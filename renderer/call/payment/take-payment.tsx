import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAway } from '../../desk/use-away.ts';
import { announce } from '../../parts/announce.tsx';
import { CapturePlace } from './capture/capture-place.tsx';
import { CapturedLine } from './captured-line.tsx';
import { DebitReadBack } from './debit/debit-read-back.tsx';
import { GoOn, MethodChoice } from './go-on.tsx';
import { StoredMethods } from './kept/stored-methods.tsx';
import { PayAway } from './pay-away.tsx';
import type { PayForm } from './pay-form.ts';
import { ReadBack } from './read-back.tsx';
import type { ChangeForm } from './use-pay-form.ts';
import { type EnteredPayment, whatIsMissing } from './what-is-missing.ts';

export interface PaymentPartProps {
  readonly call: OpenCall;
  readonly form: PayForm;
  readonly change: ChangeForm;
  readonly capturing: boolean;
  readonly setCapturing: (capturing: boolean) => void;
}

/**
 * The way of a payment: the amount (its boxes are the children), the card or bank account in its own view,
 * the words to read back. Enter goes one step on; nothing here charges but the key of the read-back.
 */
export function TakePayment({
  call,
  form,
  change,
  capturing,
  setCapturing,
  payment,
  summary,
  children,
}: PaymentPartProps & { payment: EnteredPayment; summary: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('payment');
  const boxes = useRef<HTMLFormElement>(null);
  const [editing, setEditing] = useState(false);
  const { card, bankAccount } = call;
  const captured = card ?? bankAccount;
  const away = useAway();

  if (capturing) {
    return (
      <>
        {summary}
        <CapturePlace call={call} method={form.method} onDone={() => setCapturing(false)} />
      </>
    );
  }
  if (captured && !editing && payment.amountCents !== undefined) {
    const part = { call, form, change, payment };
    return (
      <>
        {away && <PayAway />}
        {summary}
        <CapturedLine
          call={call}
          onChange={() => setEditing(true)}
          onTakeAnother={() => setCapturing(true)}
        />
        {card && <ReadBack {...part} card={card} />}
        {bankAccount && <DebitReadBack {...part} account={bankAccount} />}
      </>
    );
  }

  /** Whether the method comes next; else says what comes first, and goes there. */
  function mayGoOn(): boolean {
    const missing = whatIsMissing(payment, form, call, away);
    if (missing !== 'backend' && missing !== 'amount' && missing !== 'split') return true;
    announce(t(`confirmNeeds.${missing}`));
    if (missing === 'backend') return false;
    const first = boxes.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first ?? boxes.current?.querySelector<HTMLElement>('[data-focus-first]'))?.focus();
    return false;
  }
  function goOn(method: PayForm['method']) {
    if (!mayGoOn()) return;
    if (captured) return setEditing(false);
    change({ method });
    setCapturing(true);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    goOn('card');
  }
  return (
    <form ref={boxes} onSubmit={submit} noValidate>
      {away && <PayAway />}
      {children}
      {captured ? (
        <GoOn away={away} onKey={() => goOn(form.method)} />
      ) : (
        <>
          <StoredMethods
            call={call}
            payment={payment}
            change={change}
            away={away}
            mayGoOn={mayGoOn}
          />
          <MethodChoice away={away} choose={goOn} />
        </>
      )}
    </form>
  );
}

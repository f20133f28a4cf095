import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAway } from '../../desk/use-away.ts';
import { announce } from '../../parts/announce.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { CapturePlace } from './capture/capture-place.tsx';
import { CardLine } from './card-line.tsx';
import { PayAway } from './pay-away.tsx';
import type { PayForm } from './pay-form.ts';
import { ReadBack } from './read-back.tsx';
import classes from './take-payment.module.css';
import type { ChangeForm } from './use-pay-form.ts';
import { type EnteredPayment, whatIsMissing } from './what-is-missing.ts';

export interface PaymentPartProps {
  readonly call: OpenCall;
  readonly form: PayForm;
  readonly change: ChangeForm;
  readonly capturing: boolean;
  readonly setCapturing: (capturing: boolean) => void;
}

const NEXT_KEY = 'Ctrl+T';

/**
 * The way of a payment: the amount (its boxes are the children), the card in its own view, the words to
 * read back. Enter goes one step on; nothing here charges but the key of the read-back.
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
  const { card } = call;
  const away = useAway();

  if (capturing) {
    return (
      <>
        {summary}
        <CapturePlace call={call} onDone={() => setCapturing(false)} />
      </>
    );
  }
  if (card && !editing && payment.amountCents !== undefined) {
    return (
      <>
        {away && <PayAway />}
        {summary}
        <CardLine
          card={card}
          onChange={() => setEditing(true)}
          onTakeAnother={() => setCapturing(true)}
        />
        <ReadBack call={call} form={form} change={change} payment={payment} card={card} />
      </>
    );
  }

  function goOn(event?: FormEvent) {
    event?.preventDefault();
    const missing = whatIsMissing(payment, form, call, away);
    if (missing === 'backend') return announce(t('confirmNeeds.backend'));
    if (missing === 'amount' || missing === 'split') {
      announce(t(`confirmNeeds.${missing}`));
      const first = boxes.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      (first ?? boxes.current?.querySelector<HTMLElement>('[data-focus-first]'))?.focus();
      return;
    }
    if (card) setEditing(false);
    else setCapturing(true);
  }
  return (
    <form ref={boxes} onSubmit={goOn} noValidate>
      {away && <PayAway />}
      {children}
      <GoOn does={t(card ? 'readBack' : 'takeCard')} closed={away} onKey={() => goOn()} />
      {!card && <p className={classes.hint}>{t('takeCardHint')}</p>}
    </form>
  );
}

function GoOn({ does, closed, onKey }: { does: string; closed: boolean; onKey: () => void }) {
  useKeys({ [NEXT_KEY]: { does, run: onKey } });
  return (
    <Button
      type="submit"
      fullWidth
      aria-disabled={closed}
      {...(closed && { 'data-disabled': true })}
      className={classes.goOn ?? ''}
      aria-keyshortcuts={NEXT_KEY}
      rightSection={<Keycap name={NEXT_KEY} />}
    >
      {does}
    </Button>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { DisputeOfPayment } from './dispute-of-payment.tsx';
import { LateVoidForm } from './late-void-form.tsx';
import classes from './payment-dialog.module.css';
import { ReceiptForm } from './receipt-form.tsx';
import { RefundForm } from './refund-form.tsx';
import { TraceForm } from './trace-form.tsx';
import { VoidForm } from './void-form.tsx';

const actions = ['void', 'refund', 'trace', 'dispute', 'receipt'] as const;
type Action = (typeof actions)[number];

/** Why it may not be done now, as a code; null when it may. */
function refusalOf({ refusals, payment }: PaymentHistory, action: Action) {
  if (action === 'receipt') return payment.confirmation === null ? 'no_receipt' : null;
  return action === 'dispute' ? null : refusals[action];
}

/** It is too late for whoever took it, but not for a second person. */
function mayAskLate({ refusals }: PaymentHistory) {
  return refusals.void !== null && refusals.lateVoid === null;
}

/** What may be done about a payment: one form at a time, or the sentence why it may not. */
export function PaymentActions({
  history,
  onDone,
}: {
  history: PaymentHistory;
  onDone: () => void;
}) {
  const { t } = useTranslation('afterPayment');
  const [action, setAction] = useState<Action>();
  return (
    <section aria-labelledby="payment-actions">
      <h3 id="payment-actions" className={classes.label}>
        {t('actions')}
      </h3>
      <div className={classes.choice}>
        {actions.map((each, index) => (
          <Button
            key={each}
            size="compact-sm"
            variant={each === action ? 'light' : 'default'}
            aria-pressed={each === action}
            {...(index === 0 && { 'data-autofocus': true })}
            onClick={() => setAction(each)}
          >
            {t(`act.${each}`)}
          </Button>
        ))}
      </div>
      {action ? (
        <Chosen key={action} action={action} history={history} onDone={onDone} />
      ) : (
        <p className={classes.refusal}>{t('choose')}</p>
      )}
    </section>
  );
}

interface ChosenProps {
  action: Action;
  history: PaymentHistory;
  onDone: () => void;
}

/** The form stays once it is done, although what was done may not be done again. */
function Chosen({ action, history, onDone }: ChosenProps) {
  const { t } = useTranslation(['afterPayment', 'problems']);
  const [refusal] = useState(() => refusalOf(history, action));
  const [isLate] = useState(() => action === 'void' && mayAskLate(history));
  const props = { history, onDone };
  if (isLate) return <LateVoidForm {...props} />;
  if (refusal) {
    return (
      <div className={classes.refusal} role="status">
        <p>{t(`problems:${refusal}`)}</p>
        {refusal === 'trace_too_early' && (
          <p>{t('traceFrom', { date: sayDate('en', history.traceFrom) })}</p>
        )}
      </div>
    );
  }
  if (action === 'void') return <VoidForm {...props} />;
  if (action === 'refund') return <RefundForm {...props} />;
  if (action === 'trace') return <TraceForm {...props} />;
  if (action === 'dispute') return <DisputeOfPayment {...props} />;
  return <ReceiptForm {...props} />;
}

import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { Busy } from '../../parts/busy.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { PaymentActions } from './payment-actions.tsx';
import classes from './payment-dialog.module.css';
import { PaymentLife } from './payment-life.tsx';
import { useFollowedBalance } from './use-followed-balance.ts';
import { usePaymentHistory } from './use-payment-history.ts';

/** One payment in one place: what became of it at the left, what may be done about it at the right. */
export function PaymentDialog({
  paymentKey,
  onClose,
}: {
  paymentKey: AttemptKey;
  onClose: () => void;
}) {
  const { t } = useTranslation('afterPayment');
  const { data, error, refetch } = usePaymentHistory(paymentKey);
  useFollowedBalance(data);
  return (
    <Dialog
      size="60rem"
      title={data ? t('title', { amount: showMoney(data.payment.amountCents) }) : t('reading')}
      closes={t('close')}
      onClose={onClose}
    >
      <RefusedNote refused={error} />
      <Busy busy={!data && !error} does={t('reading')} />
      {data && <Known history={data} onDone={() => void refetch()} />}
    </Dialog>
  );
}

function Known({ history, onDone }: { history: PaymentHistory; onDone: () => void }) {
  const { t, i18n } = useTranslation('afterPayment');
  const { payment, takenByName, takenUnder, refundedCents, retryOn } = history;
  const facts = [
    nameMethod(i18n, payment.method),
    payment.confirmation && t('confirmation', { confirmation: payment.confirmation }),
    takenByName && t('takenBy', { name: takenByName }),
    takenUnder &&
      t('takenUnder', {
        run: sayDate('en', takenUnder.runOn),
        payer: takenUnder.payerName,
        name: takenUnder.madeWithName,
        made: sayDate('en', takenUnder.madeOn),
      }),
    refundedCents > 0 && t('givenBack', { amount: showMoney(refundedCents) }),
  ].filter(Boolean);
  return (
    <>
      <p className={classes.facts}>{facts.join(' · ')}</p>
      {retryOn && <p className={classes.facts}>{t('retryOn', { date: sayDate('en', retryOn) })}</p>}
      <div className={classes.columns}>
        <PaymentLife history={history} />
        <PaymentActions history={history} onDone={onDone} />
      </div>
    </>
  );
}

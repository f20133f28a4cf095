import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { useAsk } from '../desk/ask.ts';
import { AskAgain } from '../parts/ask-again.tsx';
import { Busy } from '../parts/busy.tsx';
import { MoneyText } from '../parts/money-text.tsx';
import { CallPart } from './call-part.tsx';
import { LateVoidPart } from './late-void-part.tsx';
import { LedgerPart } from './ledger-part.tsx';
import { LooksPart } from './looks-part.tsx';
import { PaymentLink } from './payment-link.tsx';
import classes from './payment-pane.module.css';
import { showTakenIn } from './show-taken.ts';
import { Timeline } from './timeline.tsx';

/** One payment's whole life: who and when, the call, what was answered, the books, and who looked. */
export function PaymentPane({ paymentKey }: { paymentKey: AttemptKey }) {
  const { t } = useTranslation('paymentPage');
  const { data: life, error, isFetching, refetch } = useAsk('search.life', { key: paymentKey });
  if (error && !life) {
    return (
      <AskAgain refused={error} busy={isFetching} again={refetch}>
        {t('again')}
      </AskAgain>
    );
  }
  if (!life) return <Busy busy does={t('reading')} />;
  return (
    <>
      <Head life={life} />
      <Timeline life={life} />
      <LateVoidPart life={life} onAsked={() => void refetch()} />
      <CallPart life={life} />
      <LedgerPart life={life} />
      <LooksPart looks={life.looks} region={life.payment.region} />
    </>
  );
}

function Head({ life: { payment, workstationId, exceptions } }: { life: PaymentLife }) {
  const { t, i18n } = useTranslation(['paymentPage', 'balance', 'exceptions']);
  const { key, method, state, guarantorName, guarantorId, takenByName, confirmation } = payment;
  const at = showTakenIn(payment.takenAt, payment.region);
  const open = exceptions.filter(({ resolvedAt }) => resolvedAt === null);
  return (
    <>
      <h3>
        <MoneyText amount={payment.amountCents} size="large" />
        <span className={classes.method}>{nameMethod(i18n, method)}</span>
      </h3>
      <p className={classes.fact}>
        {[t(`balance:states.${state}`), confirmation].filter(Boolean).join(' · ')}
      </p>
      <p className={classes.fact}>{t('of', { name: guarantorName, id: guarantorId })}</p>
      <p className={classes.fact}>
        {takenByName
          ? t('taken', { at, name: takenByName, workstation: workstationId?.slice(0, 8) ?? '–' })
          : t(method.kind === 'card' || method.kind === 'ach' ? 'takenUnknown' : 'arrived', { at })}
      </p>
      {open.length > 0 && (
        <p className={classes.fact}>
          {t('openExceptions', {
            kinds: open.map(({ kind: each }) => t(`exceptions:kinds.${each}`)).join(', '),
          })}
        </p>
      )}
      <PaymentLink paymentKey={key} />
    </>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { OpenedException } from '#shared/contract/exception-queue.ts';
import { keep } from '../../desk/kept.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { useMoment } from '../../parts/region-clock.tsx';
import classes from './outcome-detail.module.css';

/** The payments an exception is about, each with the way to its page. */
export function PaymentsOf({ payments }: Pick<OpenedException['detail'], 'payments'>) {
  const { t, i18n } = useTranslation(['exceptions', 'balance']);
  const showMoment = useMoment();
  if (payments.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="exception-payments">
      <h4 id="exception-payments" className={classes.label}>
        {t(payments.length > 1 ? 'both' : 'payment')}
      </h4>
      <ul className={classes.payments}>
        {payments.map(({ key, amountCents, method, state, takenAt, takenByName, confirmation }) => (
          <li key={key}>
            <span>
              <MoneyText amount={amountCents} /> {nameMethod(i18n, method)}
            </span>
            <span className={classes.by}>
              {[t(`balance:states.${state}`), showMoment(takenAt), takenByName, confirmation]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                keep('audit:payment', key);
                keep('supervisor:view', 'search');
              }}
            >
              {t('showPayment')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { useInstant } from '../../desk/use-now.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { AmountBox } from './amount-box.tsx';
import classes from './amount-part.module.css';
import { DuplicateWarning } from './duplicate-warning.tsx';
import { enterGuestPayment } from './enter-payment.ts';
import { type PaymentPartProps, TakePayment } from './take-payment.tsx';

/** A payment by somebody who hears nothing of the bill: they say an amount. */
export function GuestPayment(part: PaymentPartProps) {
  const { t } = useTranslation('payment');
  const { call, form, change } = part;
  const payment = enterGuestPayment(form, call, useInstant());
  const parsed = parseAmount(form.typed);
  const { amountCents } = payment;
  return (
    <TakePayment
      {...part}
      payment={payment}
      summary={amountCents !== undefined && <MoneyText amount={amountCents} size="large" />}
    >
      <div className={classes.amount}>
        <AmountBox
          label={t('guestAmount')}
          text={form.typed}
          fault={parsed.ok ? undefined : t(`faults.${parsed.fault}`)}
          onType={typed => change({ typed })}
        />
      </div>
      <DuplicateWarning payment={payment} form={form} change={change} />
    </TakePayment>
  );
}

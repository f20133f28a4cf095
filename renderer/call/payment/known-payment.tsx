import { useTranslation } from 'react-i18next';
import { noCents } from '#shared/money/cents.ts';
import { useInstant } from '../../desk/use-now.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { KnownBalance } from '../balance/use-balance.ts';
import { AmountPart } from './amount-part.tsx';
import { DuplicateWarning } from './duplicate-warning.tsx';
import { enterPayment } from './enter-payment.ts';
import { PaymentSummary } from './payment-summary.tsx';
import { readAmount } from './read-amount.ts';
import { readSplit } from './read-split.ts';
import { SplitPart } from './split-part.tsx';
import { type PaymentPartProps, TakePayment } from './take-payment.tsx';

/** A payment by a caller who may hear the balance: which part of it, and over which lines. */
export function KnownPayment({ known, ...part }: PaymentPartProps & { known: KnownBalance }) {
  const { t } = useTranslation('payment');
  const { call, form, change } = part;
  const amount = readAmount(form, known);
  const split = readSplit(form, amount.amountCents ?? noCents, amount.charges);
  const payment = enterPayment(known, call, amount, split, useInstant());
  if (amount.mostCents === 0) {
    const held = known.balance.accounts.some(account => account.held);
    return (
      <EmptyState title={held ? t('heldTitle') : t('nothingToPayTitle')}>
        {held ? t('held') : t('nothingToPay')}
      </EmptyState>
    );
  }
  return (
    <TakePayment
      {...part}
      payment={payment}
      summary={<PaymentSummary amount={amount} split={split} today={known.today} />}
    >
      <AmountPart amount={amount} change={change} />
      <SplitPart form={form} change={change} amount={amount} split={split} today={known.today} />
      <DuplicateWarning payment={payment} form={form} change={change} />
    </TakePayment>
  );
}

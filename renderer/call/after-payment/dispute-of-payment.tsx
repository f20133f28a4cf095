import { useTranslation } from 'react-i18next';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { useBalance } from '../balance/use-balance.ts';
import type { ActionProps } from './action-form.tsx';
import { DisputeForm } from './dispute-form.tsx';
import classes from './payment-dialog.module.css';

/** Disputes one of the charges that the payment pays. */
export function DisputeOfPayment({ history: { payment }, onDone }: ActionProps<PaymentHistory>) {
  const { t } = useTranslation('afterPayment');
  const known = useBalance();
  const paid = new Set(payment.allocations.map(each => each.chargeId));
  const [first, ...rest] = known?.balance.charges.filter(each => paid.has(each.chargeId)) ?? [];
  if (!first || !known) return <p className={classes.refusal}>{t('disputeNothing')}</p>;
  return <DisputeForm charges={[first, ...rest]} today={known.today} onDone={onDone} />;
}

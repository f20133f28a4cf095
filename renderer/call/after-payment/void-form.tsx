import { useTranslation } from 'react-i18next';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

/** Takes the payment back before its cut-off. */
export function VoidForm({ history: { payment }, onDone }: ActionProps<PaymentHistory>) {
  const { t } = useTranslation('afterPayment');
  const { say } = useSpoken();
  const take = useAskTo('payments.takeBack');
  return (
    <ActionForm
      does={t('do.void')}
      reasonLabel={t('reason')}
      busy={take.isPending}
      refused={take.error}
      done={take.isSuccess ? t('done.void') : undefined}
      spoken={say('after.voided', { amount: showMoney(payment.amountCents) })}
      onSubmit={reason => take.mutate({ key: payment.key, reason }, { onSuccess: onDone })}
    />
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

/** Has a payment looked for that has not posted in time. */
export function TraceForm({ history: { payment }, onDone }: ActionProps<PaymentHistory>) {
  const { t } = useTranslation('afterPayment');
  const { say } = useSpoken();
  const [traceId] = useState(() => uuid());
  const open = useAskTo('payments.trace');
  return (
    <ActionForm
      does={t('do.trace')}
      reasonLabel={t('reason')}
      busy={open.isPending}
      refused={open.error}
      done={open.isSuccess ? t('done.trace') : undefined}
      spoken={say('after.traced')}
      onSubmit={note => open.mutate({ key: payment.key, traceId, note }, { onSuccess: onDone })}
    />
  );
}

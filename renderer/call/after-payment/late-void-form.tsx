import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';
import classes from './payment-dialog.module.css';

/** Asks a second person to take the payment back although its cut-off has passed. */
export function LateVoidForm({ history: { payment }, onDone }: ActionProps<PaymentHistory>) {
  const { t } = useTranslation('approvals');
  const { say } = useSpoken();
  const [requestId] = useState(() => uuid());
  const ask = useAskTo('approvals.askLateVoid');
  return (
    <ActionForm
      does={t('late.do')}
      reasonLabel={t('reason')}
      reasonHint={t('askHint')}
      busy={ask.isPending}
      refused={ask.error}
      done={ask.isSuccess ? t('late.done') : undefined}
      spoken={say('after.lateVoidAsked', { amount: showMoney(payment.amountCents) })}
      onSubmit={reason =>
        ask.mutate({ requestId, key: payment.key, reason }, { onSuccess: onDone })
      }
    >
      {() => <p className={classes.refusal}>{t('late.intro')}</p>}
    </ActionForm>
  );
}

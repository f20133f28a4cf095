import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import { cents } from '#shared/money/cents.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { amountText, showMoney } from '#shared/money/show-money.ts';
import { organization } from '#shared/organization/profile.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

/** What arrived by itself goes back by check or wire: there is no card or account here that it could go to. */
function spokenOf(isWaiting: boolean, goesToCheck: boolean) {
  if (isWaiting) return goesToCheck ? 'after.checkWaits' : 'after.refundWaits';
  return goesToCheck ? 'after.checkComes' : 'after.refunded';
}

/** Asks for money back. The key is minted once a form, so that asking again is the same refund. */
export function RefundForm({ history, onDone }: ActionProps<PaymentHistory>) {
  const { t, i18n } = useTranslation(['afterPayment', 'payment']);
  const { say } = useSpoken();
  const { payment } = history;
  // What was left when the form was opened: the refund itself leaves less.
  const [left] = useState(history.refundableCents);
  const [refundKey] = useState(() => RefundKey.parse(uuidv7()));
  const [typed, setTyped] = useState(amountText(left));
  const ask = useAskTo('payments.refund');
  const parsed = parseAmount(typed);
  const isOver = parsed.ok && parsed.amountCents > left;
  const fault = parsed.ok
    ? isOver && t('amountOver', { amount: showMoney(left) })
    : t(`payment:faults.${parsed.fault}`);
  const limit = showMoney(cents(organization.refunds.approvalAboveCents));
  const method = nameMethod(i18n, payment.method);
  const { data } = ask;
  const isWaiting = data?.state === 'requested';
  const goesToCheck = payment.method.kind !== 'card' && payment.method.kind !== 'ach';
  const isForCheck = goesToCheck && data?.state === 'approved';
  return (
    <ActionForm
      does={t('do.refund')}
      reasonLabel={t('reason')}
      busy={ask.isPending}
      refused={ask.error}
      fault={fault !== false}
      done={data && t(isForCheck ? 'done.toPayOut' : `done.${data.state}`)}
      spoken={
        data && data.state !== 'refused' && data.state !== 'declined'
          ? say(spokenOf(isWaiting, goesToCheck), {
              amount: showMoney(data.amountCents),
            })
          : undefined
      }
      onSubmit={reason => {
        if (!parsed.ok) return;
        const { amountCents } = parsed;
        ask.mutate({ key: payment.key, refundKey, amountCents, reason }, { onSuccess: onDone });
      }}
    >
      {tried => (
        <TextInput
          autoFocus
          label={t('amount')}
          description={`${goesToCheck ? t('amountLeftByCheck', { amount: showMoney(left) }) : t('amountLeft', { amount: showMoney(left), method })} ${t('approval', { amount: limit })}`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          leftSection="$"
          value={typed}
          error={tried && fault}
          errorProps={{ role: 'alert' }}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      )}
    </ActionForm>
  );
}

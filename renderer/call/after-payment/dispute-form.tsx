import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useSpoken } from '../../parts/use-spoken.ts';
import { shortDate } from '../balance/short-date.ts';
import { useBalance } from '../balance/use-balance.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';
import classes from './payment-dialog.module.css';

/** Disputes one of the charges that the payment pays. */
export function DisputeForm({ history: { payment }, onDone }: ActionProps<PaymentHistory>) {
  const { t } = useTranslation('afterPayment');
  const { say } = useSpoken();
  const known = useBalance();
  const paid = new Set(payment.allocations.map(each => each.chargeId));
  const charges = known?.balance.charges.filter(each => paid.has(each.chargeId)) ?? [];
  const [disputeId] = useState(() => uuid());
  const [chosen, choose] = useState(charges[0]?.chargeId);
  const open = useAskTo('disputes.open');
  const [first] = charges;
  if (!first || !known) return <p className={classes.refusal}>{t('disputeNothing')}</p>;
  const chargeId = chosen ?? first.chargeId;
  return (
    <ActionForm
      does={t('do.dispute')}
      reasonLabel={t('reason')}
      busy={open.isPending}
      refused={open.error}
      done={open.isSuccess ? t('done.dispute') : undefined}
      spoken={say('after.disputed')}
      onSubmit={reason => open.mutate({ disputeId, chargeId, reason }, { onSuccess: onDone })}
    >
      {() => (
        <NativeSelect
          label={t('charge')}
          value={chargeId}
          onChange={event => choose(event.currentTarget.value)}
          data={charges.map(each => ({
            value: each.chargeId,
            label: `${each.description}, ${shortDate(each.servicedOn, known.today)}`,
          }))}
        />
      )}
    </ActionForm>
  );
}

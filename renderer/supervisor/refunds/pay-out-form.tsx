import { Button, SegmentedControl } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PayoutOrder, type PayoutWay } from '#shared/billing/payout.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { RefundToPayOut } from '#shared/contract/refunds.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { regions } from '#shared/organization/regions.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Field } from '../../parts/field.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from '../decisions/decisions.module.css';

const { number: PayoutNumber, paidOn: PaidOn } = PayoutOrder.shape;

/** Records the check or wire by which a refund left: which way, its number and its day. */
export function PayOutForm({ refund, onPaid }: { refund: RefundToPayOut; onPaid: () => void }) {
  const { t } = useTranslation('afterPayment');
  const payOut = useAskTo('refunds.payOut');
  const [way, setWay] = useState<PayoutWay>('check');
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState(() =>
    String(dateIn(regions[refund.region].timeZone, instantOf(Date.now()))),
  );
  const [tried, setTried] = useState(false);
  const number = PayoutNumber.safeParse(typed).data;
  const paidOn = PaidOn.safeParse(on).data;
  const { refundKey, amountCents, guarantorName, address } = refund;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!number || !paidOn || payOut.isPending) return;
    payOut.mutate({ refundKey, way, number, paidOn }, { onSuccess: onPaid });
  }

  if (payOut.data?.paidOut) {
    const { paidOut } = payOut.data;
    return (
      <p role="status" className={classes.done}>
        {t(`payOut.done.${paidOut.way}`, {
          amount: showMoney(amountCents),
          number: paidOut.number,
        })}
      </p>
    );
  }
  return (
    <form className={classes.form} aria-label={t('payOut.do')} noValidate onSubmit={submit}>
      <p className={classes.facts}>
        {t('payOut.to', { name: guarantorName, address: address.replace('\n', ', ') })}
      </p>
      <SegmentedControl
        aria-label={t('payOut.way')}
        size="xs"
        value={way}
        onChange={value => setWay(value === 'wire' ? 'wire' : 'check')}
        data={[
          { value: 'check', label: t('payOut.ways.check') },
          { value: 'wire', label: t('payOut.ways.wire') },
        ]}
      />
      <div className={classes.boxes}>
        <Field
          autoFocus
          label={t(`payOut.number.${way}`)}
          value={typed}
          maxLength={34}
          error={tried && !number && t(`payOut.numberMissing.${way}`)}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <Field
          type="date"
          label={t(`payOut.on.${way}`)}
          value={on}
          error={tried && !paidOn && t('payOut.onMissing')}
          onChange={event => setOn(event.currentTarget.value)}
        />
      </div>
      <RefusedNote refused={payOut.error} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" aria-disabled={payOut.isPending}>
          {t('payOut.do')}
        </Button>
      </div>
    </form>
  );
}

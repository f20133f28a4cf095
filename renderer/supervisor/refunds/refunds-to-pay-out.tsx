import { useTranslation } from 'react-i18next';
import { DecidedList } from '../decisions/decided-list.tsx';
import { useListed } from '../decisions/use-listed.ts';
import { PayOutForm } from './pay-out-form.tsx';
import { RefundRow } from './refund-row.tsx';

/** Approved refunds of money that arrived by itself, each until its check or wire is recorded. */
export function RefundsToPayOut() {
  const { t } = useTranslation('afterPayment');
  const { data, refetch } = useListed('refunds.toPayOut');
  if (!data) return null;
  return (
    <DecidedList
      title={t('payOut.title')}
      label={t('payOut.list')}
      none={t('payOut.none')}
      items={data.refunds}
      idOf={({ refundKey }) => refundKey}
      row={refund => <RefundRow refund={refund} />}
      form={refund => <PayOutForm refund={refund} onPaid={() => void refetch()} />}
    />
  );
}

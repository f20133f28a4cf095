import { useTranslation } from 'react-i18next';
import { DecidedList } from '../decisions/decided-list.tsx';
import { useListed } from '../decisions/use-listed.ts';
import { DecideRefund } from './decide-refund.tsx';
import { RefundRow } from './refund-row.tsx';

/** Refunds that wait for a second person. */
export function WaitingRefunds() {
  const { t } = useTranslation('afterPayment');
  const { data, refetch } = useListed('refunds.waiting');
  if (!data) return null;
  return (
    <DecidedList
      title={t('waiting.title')}
      label={t('waiting.list')}
      none={t('waiting.none')}
      items={data.refunds}
      idOf={({ refundKey }) => refundKey}
      row={refund => <RefundRow refund={refund} />}
      form={refund => <DecideRefund refund={refund} onDecided={() => void refetch()} />}
    />
  );
}

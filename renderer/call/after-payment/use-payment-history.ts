import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { isOpenRefund } from '#shared/payments/refund-states.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { useChanges } from '../../desk/use-changes.ts';

/** A second person decides at another desk, and then a bank or processor. */
const isWaiting = ({ refunds, approvals }: PaymentHistory) =>
  refunds.some(({ state }) => isOpenRefund(state)) ||
  approvals.some(({ state }) => state === 'requested' || state === 'approved');

/** One payment's life, read anew each time it is opened: banks and supervisors move it on unheard. */
export function usePaymentHistory(key: AttemptKey): UseQueryResult<PaymentHistory, Refused> {
  const read = useQuery<PaymentHistory, Refused>({
    queryKey: ['payments.history', { key }],
    queryFn: () => ask('payments.history', { key }),
    gcTime: 0,
  });
  useChanges(() => void read.refetch(), read.data !== undefined && isWaiting(read.data));
  return read;
}

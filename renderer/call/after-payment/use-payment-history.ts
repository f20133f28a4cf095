import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';

/** One payment's life, read anew each time it is opened: banks and supervisors move it on unheard. */
export function usePaymentHistory(key: AttemptKey): UseQueryResult<PaymentHistory, Refused> {
  return useQuery<PaymentHistory, Refused>({
    queryKey: ['payments.history', { key }],
    queryFn: () => ask('payments.history', { key }),
    gcTime: 0,
  });
}

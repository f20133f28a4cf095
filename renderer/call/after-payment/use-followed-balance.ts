import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PaymentHistory } from '#shared/billing/payment-history.ts';
import { useBalance } from '../balance/use-balance.ts';

/** Reads the balance again where it still shows a payment as it stood before: no news came of the move. */
export function useFollowedBalance(history: PaymentHistory | undefined): void {
  const queries = useQueryClient();
  const shown = useBalance()?.balance.payments.find(each => each.key === history?.payment.key);
  const isBehind = history && shown && shown.state !== history.payment.state;
  useEffect(() => {
    if (isBehind) void queries.invalidateQueries({ queryKey: ['balance.read'] });
  }, [isBehind, queries]);
}

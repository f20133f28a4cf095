import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type GuarantorSummary, summarise } from '#shared/balance/summarise.ts';
import type { Balance } from '#shared/billing/balance.ts';
import { type CalendarDate, dateIn } from '#shared/calendar/dates.ts';
import type { ReadBalance } from '#shared/desk/payment-calls.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { useInstant } from '../../desk/use-now.ts';
import { useOpenCall } from '../../desk/use-open-call.ts';
import { shownTo } from './shown-to.ts';

export interface KnownBalance {
  readonly balance: Balance;
  readonly source: ReadBalance['source'];
  readonly summary: GuarantorSummary;
  /** The date in the guarantor's region, by which everything is aged. */
  readonly today: CalendarDate;
}

/**
 * The balance of the verified caller. It is kept under the verification it was read for, so that what
 * one caller may hear never appears on another's call.
 */
export function useBalanceQuery(): UseQueryResult<ReadBalance, Refused> {
  const call = useOpenCall();
  return useQuery<ReadBalance, Refused>({
    queryKey: ['balance.read', call?.verification?.verificationId],
    queryFn: () => ask('balance.read', null),
    enabled: shownTo(call) === 'verified',
  });
}

/** The balance with its amounts added up; undefined until it has been read. */
export function useBalance(): KnownBalance | undefined {
  const { data } = useBalanceQuery();
  const now = useInstant();
  const today = data && dateIn(data.balance.guarantor.timeZone, now);
  return useMemo(() => {
    if (!data || !today) return undefined;
    const { balance, source } = data;
    return { balance, source, summary: summarise(balance, today), today };
  }, [data, today]);
}

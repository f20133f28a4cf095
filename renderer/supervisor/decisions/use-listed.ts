import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';

/** Other desks ask and other supervisors decide; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;

type Listed = Extract<CallName, 'refunds.toPayOut' | 'payments.unposted'>;

/** A list of what waits for a supervisor, read again every few seconds. */
export function useListed<Name extends Listed>(
  name: Name,
): UseQueryResult<CallOutput<Name>, Refused> {
  return useQuery<CallOutput<Name>, Refused>({
    queryKey: [name, null],
    queryFn: () => ask(name, null as CallInput<Name>),
    refetchInterval: READ_AGAIN_MS,
  });
}

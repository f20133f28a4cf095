import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';

/** Statements are read at the backend and other supervisors post; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;

/** The money that waits to be posted, read again every few seconds while it is looked at. */
export function useUnmatchedArrivals(): UseQueryResult<CallOutput<'arrivals.unmatched'>, Refused> {
  return useQuery<CallOutput<'arrivals.unmatched'>, Refused>({
    queryKey: ['arrivals.unmatched', null],
    queryFn: () => ask('arrivals.unmatched', null),
    refetchInterval: READ_AGAIN_MS,
  });
}

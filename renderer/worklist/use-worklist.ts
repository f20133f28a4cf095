import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../desk/ask.ts';
import type { Refused } from '../desk/refused.ts';

/** Colleagues and the bank change the list; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;
const COUNT_AGAIN_MS = 30_000;

/** What there is to call about, read again every few seconds while it is looked at. */
export function useWorklist(): UseQueryResult<CallOutput<'followUps.list'>, Refused> {
  return useQuery<CallOutput<'followUps.list'>, Refused>({
    queryKey: ['followUps.list', null],
    queryFn: () => ask('followUps.list', null),
    refetchInterval: READ_AGAIN_MS,
  });
}

/** How many there are; nothing is said of them while the backend is away. */
export function useWorklistCount(): CallOutput<'followUps.count'> | null {
  const { data, error } = useQuery<CallOutput<'followUps.count'>, Refused>({
    queryKey: ['followUps.count', null],
    queryFn: () => ask('followUps.count', null),
    refetchInterval: COUNT_AGAIN_MS,
  });
  return error ? null : (data ?? null);
}

/** Reads list and count again, after something was done or refused. */
export function useReadWorklistAgain(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const name of ['followUps.list', 'followUps.count']) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
  };
}

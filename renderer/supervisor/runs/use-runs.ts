import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { useAgain } from '../../desk/use-again.ts';

/** Runs go on at the backend; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;

/** The runs of the days before one, or of the latest, read again every few seconds while they are looked at. */
export function useRuns(
  before: CalendarDate | null,
): UseQueryResult<CallOutput<'runs.list'>, Refused> {
  const queryKey = ['runs.list', before];
  const again = useAgain(queryKey);
  return useQuery<CallOutput<'runs.list'>, Refused>({
    queryKey,
    queryFn: () => ask('runs.list', { before, again: again() }),
    refetchInterval: READ_AGAIN_MS,
  });
}

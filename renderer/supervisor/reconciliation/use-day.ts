import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { ReconciledDay } from '#shared/contract/reconciliation.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { useAgain } from '../../desk/use-again.ts';
import { useChanges } from '../../desk/use-changes.ts';

/** News come in bursts, and each reading asks the processor, too. */
const NEWS_EVERY_MS = 3_000;

/** A business day of a region, read again when something changed anywhere, unless it is closed. */
export function useDay(
  region: RegionCode,
  day: CalendarDate | null,
): UseQueryResult<ReconciledDay, Refused> {
  const queryKey = ['reconciliation.day', region, day];
  const again = useAgain(queryKey);
  const found = useQuery<ReconciledDay, Refused>({
    queryKey,
    queryFn: () => ask('reconciliation.day', { region, day, again: again() }),
    // A closed day may be looked at again a month later, and a day that was left may have ended meanwhile.
    staleTime: 0,
    placeholderData: (previous, query) =>
      query?.queryKey[1] === region ? keepPreviousData(previous) : undefined,
  });
  useChanges(() => void found.refetch(), found.data?.state !== 'closed', NEWS_EVERY_MS);
  return found;
}

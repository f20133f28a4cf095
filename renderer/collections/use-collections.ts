import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CollectionsShown } from '#shared/collections/account-timeline.ts';
import { useBalanceQuery } from '../call/balance/use-balance.ts';
import { ask } from '../desk/ask.ts';
import type { Refused } from '../desk/refused.ts';
import { useOpenCall } from '../desk/use-open-call.ts';

/** Where collections stand for the caller, asked as often as the balance is and never out of the desk's copy. */
export function useCollections(): UseQueryResult<CollectionsShown, Refused> {
  const verificationId = useOpenCall()?.verification?.verificationId;
  const read = useBalanceQuery().data;
  return useQuery<CollectionsShown, Refused>({
    queryKey: ['collections.read', verificationId, read?.balance.asOf],
    queryFn: () => ask('collections.read', null),
    enabled: read?.source === 'backend',
    placeholderData: keepPreviousData,
  });
}

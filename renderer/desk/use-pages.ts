import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import type { Refused } from './refused.ts';

/** A list page by page: `next`, what follows a page is asked for with, is null after the last one. */
export function usePages<Page extends { readonly next: unknown }>(
  queryKey: QueryKey,
  read: (next: Page['next']) => Promise<Page>,
  readAgainMs?: number,
): UseInfiniteQueryResult<InfiniteData<Page>, Refused> {
  return useInfiniteQuery<Page, Refused, InfiniteData<Page>, QueryKey, Page['next']>({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null,
    getNextPageParam: last => last.next,
    ...(readAgainMs !== undefined && { refetchInterval: readAgainMs }),
  });
}

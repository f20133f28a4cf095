import {
  type InfiniteData,
  keepPreviousData,
  type QueryKey,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import type { Refused } from './refused.ts';

export type Pages<Page, Place = unknown> = UseInfiniteQueryResult<
  InfiniteData<Page, Place>,
  Refused
>;

/** A list page by page: `next`, what follows a page is asked for with, is null after the last one. */
export function usePages<Page extends { readonly next: unknown }>(
  queryKey: QueryKey,
  read: (next: Page['next']) => Promise<Page>,
  readAgainMs?: number,
): Pages<Page> {
  return useInfiniteQuery<Page, Refused, InfiniteData<Page>, QueryKey, Page['next']>({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null,
    getNextPageParam: last => last.next,
    ...(readAgainMs !== undefined && { refetchInterval: readAgainMs }),
  });
}

/** A list that is narrowed while it is looked at, page by page: what was found before stays until the answer is there. */
export function useNarrowed<Page, Place>({
  queryKey,
  read,
  placeAfter,
  enabled,
}: {
  queryKey: QueryKey;
  /** The page at a place; the first one for null. */
  read: (place: Place | null) => Promise<Page>;
  /** Where the list goes on; null after the last page. */
  placeAfter: (page: Page) => Place | null;
  enabled: boolean;
}): Pages<Page, Place | null> {
  return useInfiniteQuery<Page, Refused, InfiniteData<Page, Place | null>, QueryKey, Place | null>({
    queryKey,
    enabled,
    initialPageParam: null,
    // The library tells the type of a place only where it is no type variable.
    queryFn: ({ pageParam }) => read(pageParam as Place | null),
    getNextPageParam: placeAfter,
    placeholderData: keepPreviousData,
  });
}

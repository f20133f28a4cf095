import {
  type InfiniteData,
  keepPreviousData,
  type QueryKey,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchPage, SearchTotals } from '#shared/contract/payment-search.ts';
import type { PaymentFilters, SearchSort } from '#shared/search/payment-search.ts';
import { ask } from '../desk/ask.ts';
import type { Refused } from '../desk/refused.ts';

/** So many pages are read again by themselves; who has scrolled farther down is asked first. */
const READ_AGAIN_PAGES = 2;

/** News come in bursts: a run posts a thousand payments in a second. */
const NEWS_EVERY_MS = 2_000;

type Found = UseInfiniteQueryResult<InfiniteData<SearchPage, string | null>, Refused>;

/** The payments that are searched, page after page as they are scrolled to. */
export function useFound(filters: PaymentFilters, sort: SearchSort, enabled: boolean): Found {
  const queries = useQueryClient();
  const queryKey = ['search.payments', filters, sort];
  return useInfiniteQuery<
    SearchPage,
    Refused,
    InfiniteData<SearchPage, string | null>,
    QueryKey,
    string | null
  >({
    queryKey,
    enabled,
    initialPageParam: null,
    queryFn: ({ pageParam }) =>
      ask('search.payments', {
        filters,
        sort,
        place: pageParam === null ? null : { side: 'after', cursor: pageParam },
        again: pageParam === null && queries.getQueryData(queryKey) !== undefined,
      }),
    getNextPageParam: page => page.after,
    placeholderData: keepPreviousData,
  });
}

/** How many were found and how much they are. */
export function useTotals(
  filters: PaymentFilters,
  enabled: boolean,
): UseQueryResult<SearchTotals, Refused> {
  return useQuery<SearchTotals, Refused>({
    queryKey: ['search.totals', filters],
    queryFn: () => ask('search.totals', { filters }),
    enabled,
  });
}

/**
 * Reads again when something changed anywhere. Whoever has scrolled down is only told: nothing moves that was
 * already read.
 */
export function useNews(found: Found): { waiting: boolean; show: () => void } {
  const [waiting, setWaiting] = useState(false);
  const { data, refetch } = found;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unlisten = window.desk.listen('changes', () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        if (pages > READ_AGAIN_PAGES) setWaiting(true);
        else void refetch();
      }, NEWS_EVERY_MS);
    });
    return () => {
      unlisten();
      clearTimeout(timer);
    };
  }, [pages, refetch]);
  return {
    waiting,
    show() {
      setWaiting(false);
      void refetch();
    },
  };
}

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SearchPage, SearchTotals } from '#shared/contract/payment-search.ts';
import type { PaymentFilters, SearchSort } from '#shared/search/payment-search.ts';
import { ask } from '../desk/ask.ts';
import type { Refused } from '../desk/refused.ts';
import { useAgain } from '../desk/use-again.ts';
import { useChanges } from '../desk/use-changes.ts';
import { type Pages, useNarrowed } from '../desk/use-pages.ts';

/** So many pages are read again by themselves; who has scrolled farther down is asked first. */
const READ_AGAIN_PAGES = 2;

type Found = Pages<SearchPage, string | null>;

/** The payments that are searched, page after page as they are scrolled to. */
export function useFound(filters: PaymentFilters, sort: SearchSort, enabled: boolean): Found {
  const queryKey = ['search.payments', filters, sort];
  const again = useAgain(queryKey);
  return useNarrowed({
    queryKey,
    enabled,
    read: (cursor: string | null) =>
      ask('search.payments', {
        filters,
        sort,
        place: cursor === null ? null : { side: 'after', cursor },
        again: cursor === null && again(),
      }),
    placeAfter: page => page.after,
  });
}

/** How many were found and how much they are; counted once the page is there, which is waited for. */
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
  useChanges(() => {
    if (pages > READ_AGAIN_PAGES) setWaiting(true);
    else void refetch();
  });
  return {
    waiting,
    show() {
      setWaiting(false);
      void refetch();
    },
  };
}

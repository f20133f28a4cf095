import { useEffect } from 'react';

/** So near to its end the next page is asked for. */
const AHEAD = 40;

/** What brings the next page of what is listed. */
export interface MorePages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Asks for the next page before the last row that is there is reached. */
export function useNextPage(pages: MorePages | null, lastInView: number, count: number): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages ?? {};
  useEffect(() => {
    if (lastInView > count - AHEAD && hasNextPage && !isFetchingNextPage) void fetchNextPage?.();
  }, [lastInView, count, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

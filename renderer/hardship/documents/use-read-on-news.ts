import { useEffect, useRef } from 'react';

/** Reads a part of a case again when its history has grown: a colleague, or a run, did something in it. */
export function useReadOnNews(news: number, refetch: () => unknown): void {
  const seen = useRef(news);
  useEffect(() => {
    if (seen.current === news) return;
    seen.current = news;
    refetch();
  }, [news, refetch]);
}

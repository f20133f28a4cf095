import { type QueryKey, useQueryClient } from '@tanstack/react-query';

/** Tells whether something was read before: it is asked for as read again then, which is no new look at it. */
export function useAgain(queryKey: QueryKey): () => boolean {
  const queries = useQueryClient();
  return () => queries.getQueryData(queryKey) !== undefined;
}

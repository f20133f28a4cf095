import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { ask } from '../../../desk/ask.ts';
import { shownTo } from '../../balance/shown-to.ts';

const keyOf = (call: OpenCall) => ['storedMethods.list', call.verification?.verificationId];

/** What is kept of this guarantor's, for a caller who may hear of it. */
export function useStoredMethods(call: OpenCall) {
  return useQuery({
    queryKey: keyOf(call),
    queryFn: () => ask('storedMethods.list', null),
    enabled: shownTo(call) === 'verified',
  });
}

/** Reads it again after one was kept or removed. */
export function useReadStoredAgain(call: OpenCall): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: keyOf(call) });
}

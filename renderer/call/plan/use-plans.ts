import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { ask } from '../../desk/ask.ts';
import { shownTo } from '../balance/shown-to.ts';

const keyOf = (call: OpenCall) => ['plans.list', call.verification?.verificationId];

/** The plans of this guarantor, kept under the verification they were read for. */
export function usePlans(call: OpenCall) {
  return useQuery({
    queryKey: keyOf(call),
    queryFn: () => ask('plans.list', null),
    enabled: shownTo(call) === 'verified',
  });
}

/** Reads plans and balance again: something of them is not as it was shown. */
export function useReadAgain(call: OpenCall): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: keyOf(call) });
    void queries.invalidateQueries({ queryKey: ['balance.read'] });
  };
}

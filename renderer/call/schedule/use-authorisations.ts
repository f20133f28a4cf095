import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { ask } from '../../desk/ask.ts';
import { shownTo } from '../balance/shown-to.ts';

const keyOf = (call: OpenCall) => ['authorisations.list', call.verification?.verificationId];

/** What this guarantor authorised, kept under the verification it was read for. */
export function useAuthorisations(call: OpenCall) {
  return useQuery({
    queryKey: keyOf(call),
    queryFn: () => ask('authorisations.list', null),
    enabled: shownTo(call) === 'verified',
  });
}

/** Reads it again after something of it was changed. */
export function useReadAgain(call: OpenCall): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: keyOf(call) });
}

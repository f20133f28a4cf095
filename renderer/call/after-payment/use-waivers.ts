import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FeeWaiver } from '#shared/billing/fee-waiver.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';

/** A supervisor decides at another desk, of which nobody tells this one. */
const READ_AGAIN_MS = 5_000;

const isWaiting = ({ state }: FeeWaiver) => state === 'requested';

/** What was asked for and decided about one late fee; the bill is read again with what was decided. */
export function useWaivers(chargeId: string) {
  const queries = useQueryClient();
  const { data, refetch } = useQuery<CallOutput<'waivers.list'>, Refused>({
    queryKey: ['waivers.list', null],
    queryFn: () => ask('waivers.list', null),
    refetchInterval: ({ state }) => (state.data?.waivers.some(isWaiting) ? READ_AGAIN_MS : false),
  });
  const waivers = data?.waivers.filter(each => each.chargeId === chargeId) ?? [];
  const waived = waivers.filter(({ state }) => state === 'waived').length;
  useEffect(() => {
    if (waived > 0) void queries.invalidateQueries({ queryKey: ['balance.read'] });
  }, [waived, queries]);
  return { waivers, isWaiting: waivers.some(isWaiting), readAgain: () => void refetch() };
}

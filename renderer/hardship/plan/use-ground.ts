import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';

/** A payment, a screening and the post change what a plan is built from; nobody tells this desk of it. */
const READ_AGAIN_MS = 10_000;

/** What a plan in a case is built from, read again every few seconds while it is looked at. */
export function useGround(
  caseId: string,
): UseQueryResult<CallOutput<'hardshipPlans.ground'>, Refused> {
  return useQuery<CallOutput<'hardshipPlans.ground'>, Refused>({
    queryKey: ['hardshipPlans.ground', { caseId }],
    queryFn: () => ask('hardshipPlans.ground', { caseId }),
    refetchInterval: READ_AGAIN_MS,
  });
}

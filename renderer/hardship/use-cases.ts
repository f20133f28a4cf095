import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallOutput } from '#shared/desk/calls.ts';
import type { ListedCase } from '#shared/hardship/case.ts';
import { ask, useAsk } from '../desk/ask.ts';
import type { Refused } from '../desk/refused.ts';

/** Colleagues, runs and callers change the list; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;

/** The open cases, read again every few seconds while they are looked at. */
export function useCases(): UseQueryResult<CallOutput<'cases.list'>, Refused> {
  return useQuery<CallOutput<'cases.list'>, Refused>({
    queryKey: ['cases.list', null],
    queryFn: () => ask('cases.list', null),
    refetchInterval: READ_AGAIN_MS,
  });
}

/** One case, read again when the list says that it has changed: each reading of it is kept. */
export function useCase(
  caseId: string,
  listed: ListedCase | undefined,
): UseQueryResult<CallOutput<'cases.read'>, Refused> {
  const found = useAsk('cases.read', { caseId });
  const { data, refetch } = found;
  const isOld = data && listed && faceOf(data) !== faceOf(listed);
  useEffect(() => void (isOld && refetch()), [isOld, refetch]);
  return found;
}

/** What both the list and the case show. */
function faceOf({ priority, owner, items }: ListedCase): string {
  return JSON.stringify([
    priority,
    owner?.name,
    owner?.at,
    items.map(each => [each.itemId, each.isOverdue]),
  ]);
}

/** Reads list and case again, after something was done in a case or refused. */
export function useReadCasesAgain(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const name of ['cases.list', 'cases.read']) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
  };
}

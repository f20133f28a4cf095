import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApprovalDetail, ApprovalKind } from '#shared/billing/approval.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import type { Refused } from '../../desk/refused.ts';
import { useChanges } from '../../desk/use-changes.ts';
import { usePages } from '../../desk/use-pages.ts';

/** Losing a piece of news costs this much. */
const READ_AGAIN_MS = 15_000;

/** Which request is looked at. */
export interface ChosenApproval {
  readonly kind: ApprovalKind;
  readonly approvalId: string;
}

/** The one that is looked at, also after a lock. */
export function useChosenApproval() {
  return useKept<ChosenApproval | null>('supervisor:approval', null);
}

/** Of which kind the queue is shown; null for all. */
export function useShownKind() {
  return useKept<ApprovalKind | null>('supervisor:approvals:kind', null);
}

/** What waits, page by page, read again as other desks ask and other supervisors decide. */
export function useWaitingApprovals(kind: ApprovalKind | null) {
  const waiting = usePages<CallOutput<'approvals.waiting'>>(
    ['approvals.waiting', kind],
    next => ask('approvals.waiting', { ...next, ...(kind && { kind }) }),
    READ_AGAIN_MS,
  );
  useChanges(() => void waiting.refetch());
  return waiting;
}

const keyOf = ({ kind, approvalId }: ChosenApproval) =>
  ['approvals.read', { kind, approvalId }] as const;

/** One request as it stands. */
export function useApproval(chosen: ChosenApproval): UseQueryResult<ApprovalDetail, Refused> {
  const { kind, approvalId } = chosen;
  const read = useQuery<ApprovalDetail, Refused>({
    queryKey: keyOf(chosen),
    queryFn: () => ask('approvals.read', { kind, approvalId }),
    refetchInterval: READ_AGAIN_MS,
  });
  useChanges(() => void read.refetch());
  return read;
}

/** Reads the request and the queue again: something of them was just decided, here or by somebody else. */
export function useReadAgain(chosen: ChosenApproval): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: keyOf(chosen) });
    void queries.invalidateQueries({ queryKey: ['approvals.waiting'] });
    void queries.invalidateQueries({ queryKey: ['refunds.toPayOut'] });
  };
}

import { useQuery } from '@tanstack/react-query';
import type { AskedApproval } from '#shared/billing/approval.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import type { ExceptionTerms, ExceptionUse } from '#shared/plans/exception.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';
import { useChanges } from '../../desk/use-changes.ts';
import { useInstant } from '../../desk/use-now.ts';

/** Other terms that were asked for. */
export interface AskedTerms extends AskedApproval {
  readonly terms: ExceptionTerms;
}

/** Terms that a supervisor allowed, to be agreed to until a day. */
export interface AllowedTerms extends AskedTerms {
  readonly use: ExceptionUse;
}

const hasTerms = (asked: AskedApproval): asked is AskedTerms => asked.terms !== null;

/** What was asked for by this guarantor, on this call or one before; read again as supervisors decide. */
export function useExceptions(call: OpenCall, today: string) {
  const since = Date.parse(useInstant()) - 86_400_000;
  const { data, refetch } = useQuery<CallOutput<'approvals.plans'>, Refused>({
    queryKey: ['approvals.plans', call.verification?.verificationId],
    queryFn: () => ask('approvals.plans', null),
  });
  const asked = data?.approvals.filter(hasTerms) ?? [];
  const waiting = asked.filter(({ state }) => state === 'requested');
  useChanges(() => void refetch(), waiting.length > 0);
  const isOpen = (each: AskedTerms): each is AllowedTerms =>
    each.use !== null && each.use.usedAt === null && each.use.goodUntil >= today;
  const isFresh = ({ state, decided }: AskedTerms) =>
    state === 'declined' && decided !== null && Date.parse(decided.at) > since;
  return {
    waiting,
    allowed: asked.filter(isOpen),
    declined: asked.filter(isFresh),
    readAgain: () => void refetch(),
  };
}

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AuditVerification } from '#shared/contract/audit-verification.ts';
import type { CallOutput } from '#shared/desk/calls.ts';
import { ask } from '../../desk/ask.ts';
import type { Refused } from '../../desk/refused.ts';

const WATCH_MS = 400;

export const verificationKey = ['trail.verification', null];

export const isUnderWay = (verification: AuditVerification | null | undefined): boolean =>
  verification?.outcome === null;

/** The latest verification of the trail, whoever began it, followed while it is under way. */
export const useVerification = (): UseQueryResult<CallOutput<'trail.verification'>, Refused> =>
  useQuery<CallOutput<'trail.verification'>, Refused>({
    queryKey: verificationKey,
    queryFn: () => ask('trail.verification', null),
    // Nobody is told of each step; a verification takes seconds.
    refetchInterval: query => (isUnderWay(query.state.data?.verification) ? WATCH_MS : false),
    staleTime: 0,
  });

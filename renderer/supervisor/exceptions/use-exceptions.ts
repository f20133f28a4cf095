import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallInput, CallOutput } from '#shared/desk/calls.ts';
import type { ExceptionKind } from '#shared/exceptions/exception-kind.ts';
import { ask } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import type { Refused } from '../../desk/refused.ts';
import { usePages } from '../../desk/use-pages.ts';

/** What colleagues do is no news of payments; nobody tells this desk of it. */
const READ_AGAIN_MS = 5_000;
const COUNT_AGAIN_MS = 30_000;

type Beside = 'payments.unappliedCredits' | 'payments.returnRates' | 'authorisations.unsigned';

function useReadAgain<Name extends Beside>(name: Name): UseQueryResult<CallOutput<Name>, Refused> {
  return useQuery<CallOutput<Name>, Refused>({
    queryKey: [name, null],
    queryFn: () => ask(name, null as never),
    refetchInterval: READ_AGAIN_MS,
  });
}

/** What was paid twice and is to be refunded. */
export const useUnappliedCredits = () => useReadAgain('payments.unappliedCredits');

/** Debits whose written copies have not come back signed. */
export const useUnsignedCopies = () => useReadAgain('authorisations.unsigned');

/** The share of debits that came back, by bank and company. */
export const useReturnRates = () => useReadAgain('payments.returnRates');

export interface QueueFilter {
  readonly kind: ExceptionKind | null;
  readonly whose: 'everybodys' | 'mine' | 'nobodys' | 'resolved';
}

/** What the queue is narrowed to, as it was left. */
export const useQueueFilter = () =>
  useKept<QueueFilter>('supervisor:exceptions', { kind: null, whose: 'everybodys' });

/** As the backend is asked for it. */
export function asked({ kind, whose }: QueueFilter): CallInput<'exceptions.list'> {
  const isOver = whose === 'resolved';
  return {
    ...(kind && { kind }),
    whose: isOver ? 'everybodys' : whose,
    standing: isOver ? 'resolved' : 'open',
  };
}

/** The queue page by page, read again every few seconds while it is looked at. */
export const useQueue = (filter: QueueFilter) =>
  usePages<CallOutput<'exceptions.list'>>(
    ['exceptions.list', filter.kind, filter.whose],
    next => ask('exceptions.list', { ...asked(filter), ...next }),
    READ_AGAIN_MS,
  );

/** How many are open; the last answer stays while the backend is away. */
export function useExceptionCounts(
  everyMs = COUNT_AGAIN_MS,
): CallOutput<'exceptions.counts'> | undefined {
  return useQuery<CallOutput<'exceptions.counts'>, Refused>({
    queryKey: ['exceptions.counts', null],
    queryFn: () => ask('exceptions.counts', null),
    refetchInterval: everyMs,
  }).data;
}

/** One exception with everything that is known of it. */
export const useException = (caseId: string) =>
  useQuery<CallOutput<'exceptions.read'>, Refused>({
    queryKey: ['exceptions.read', caseId],
    queryFn: () => ask('exceptions.read', { caseId }),
    refetchInterval: READ_AGAIN_MS,
  });

/** Reads the queue, its counts and what is open of it again: something was done, or refused. */
export function useReadAgainNow(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const name of ['exceptions.list', 'exceptions.counts', 'exceptions.read']) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
  };
}

/** Reads again when a payment changed anywhere. */
export function useNewsOfPayments(): void {
  const readAgain = useReadAgainNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the same for as long as the page lives
  useEffect(() => window.desk.listen('changes', readAgain), []);
}

import { QueryClient } from '@tanstack/react-query';
import type { CallName, DeskEvent } from '#shared/desk/calls.ts';

/** What each piece of news makes worth reading again. */
const readAgain: Partial<Record<DeskEvent, readonly CallName[]>> = {
  desk: [
    'desk.state',
    'outbox.list',
    'payments.unappliedCredits',
    'exceptions.list',
    'exceptions.counts',
    'exceptions.read',
  ],
  call: ['call.current', 'call.summary'],
  balance: ['balance.read', 'payments.history', 'plans.list'],
  documents: ['documents.progress'],
  exports: ['exports.current'],
  changes: ['search.totals'],
};

/** Nothing is read again on a timer or on focus: the main process says when there is news. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Listens to the main process for as long as the page lives. */
export function followNews(queries: QueryClient): void {
  for (const [event, names] of Object.entries(readAgain)) {
    window.desk.listen(event as DeskEvent, () => {
      for (const name of names) void queries.invalidateQueries({ queryKey: [name] });
    });
  }
}

/** Drops all that is known of calls and patients; what a locked page must not hold. */
export function forgetCalls(queries: QueryClient): void {
  queries.removeQueries({ predicate: query => query.queryKey[0] !== 'desk.state' });
}

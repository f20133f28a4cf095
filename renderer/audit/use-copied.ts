import { useQuery } from '@tanstack/react-query';
import type { CallOutput } from '#shared/desk/calls.ts';
import type { PaymentFilters, SearchSort } from '#shared/search/payment-search.ts';
import { ask } from '../desk/ask.ts';
import type { Refused } from '../desk/refused.ts';

export type Copied = NonNullable<CallOutput<'search.copied'>>;

/** What this desk's own copy answers while the backend is asked, or away; null where the copy does not hold it all. */
export function useCopied(
  filters: PaymentFilters,
  sort: SearchSort,
  enabled: boolean,
): Copied | null {
  const { data } = useQuery<Copied | null, Refused>({
    queryKey: ['search.copied', filters, sort],
    queryFn: () => ask('search.copied', { filters, sort }),
    enabled,
    // The copy moves on: what it said the last time is no answer to the next question.
    gcTime: 0,
  });
  return (enabled && data) || null;
}

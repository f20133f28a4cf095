import { newestFirst, type PaymentFilters } from '#shared/search/payment-search.ts';
import { useAsked } from '../../audit/use-asked.ts';
import { keep } from '../../desk/kept.ts';

/** Opens the search on the payments that make a number. */
export function useFind(): (filters: PaymentFilters) => void {
  const { put } = useAsked();
  return filters => {
    put(filters, newestFirst);
    keep('supervisor:view', 'search');
  };
}

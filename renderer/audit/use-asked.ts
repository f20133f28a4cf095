import {
  newestFirst,
  noFilters,
  type PaymentFilters,
  type SearchOrder,
  type SearchSort,
} from '#shared/search/payment-search.ts';
import { useKept } from '../desk/kept.ts';

export interface Asked {
  readonly filters: PaymentFilters;
  readonly sort: SearchSort;
  /** Counts the times it was put whole: boxes that hold half-typed text begin anew. */
  readonly turn: number;
}

const atFirst: Asked = { filters: noFilters, sort: newestFirst, turn: 0 };

/** What is searched and how it is sorted, as it was left; and what changes it. */
export function useAsked() {
  const [asked, keep] = useKept<Asked>('audit:search', atFirst);
  const narrow = (some: Partial<PaymentFilters>) =>
    keep({ ...asked, filters: { ...asked.filters, ...some } });
  const put = (filters: PaymentFilters, sort: SearchSort) =>
    keep({ filters, sort, turn: asked.turn + 1 });
  return {
    asked,
    narrow,
    put,
    clear: () => put(noFilters, asked.sort),
    /** By this column; again turns it round. Money and time begin with the largest and newest. */
    sortBy(by: SearchOrder) {
      const first = by === 'time' || by === 'amount' ? 'descending' : 'ascending';
      const turned = asked.sort.direction === 'ascending' ? 'descending' : 'ascending';
      keep({ ...asked, sort: { by, direction: asked.sort.by === by ? turned : first } });
    },
  };
}

export type UseAsked = ReturnType<typeof useAsked>;

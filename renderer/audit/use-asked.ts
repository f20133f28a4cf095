import { useMemo } from 'react';
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

const changing = (asked: Asked, keep: (asked: Asked) => void) => {
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
};

/** What is searched and how it is sorted, as it was left; and what changes it: the same until it is another search. */
export function useAsked() {
  const [asked, keep] = useKept<Asked>('audit:search', atFirst);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what keeps it does the same each time
  return useMemo(() => changing(asked, keep), [asked]);
}

export type UseAsked = ReturnType<typeof useAsked>;

import type { SearchOrder } from '#shared/search/payment-search.ts';

interface GridColumn {
  readonly name: 'time' | 'guarantor' | 'taker' | 'method' | 'amount' | 'state' | 'confirmation';
  /** The order it stands for; null where there is none. */
  readonly by: SearchOrder | null;
}

/** The columns of the list, from left to right. */
export const gridColumns: readonly GridColumn[] = [
  { name: 'time', by: 'time' },
  { name: 'guarantor', by: null },
  { name: 'taker', by: 'taker' },
  { name: 'method', by: 'method' },
  { name: 'amount', by: 'amount' },
  { name: 'state', by: 'state' },
  { name: 'confirmation', by: null },
];

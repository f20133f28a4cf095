import type { SearchOrder } from '#shared/search/payment-search.ts';
import type { GridColumn } from '../grid/grid-column.ts';

type ColumnName = 'time' | 'guarantor' | 'taker' | 'method' | 'amount' | 'state' | 'confirmation';

interface PaymentColumn extends GridColumn<ColumnName> {
  /** The order it stands for; null where there is none. */
  readonly by: SearchOrder | null;
}

/** The columns of the list, from left to right. */
export const gridColumns: readonly PaymentColumn[] = [
  { name: 'time', by: 'time' },
  { name: 'guarantor', by: null },
  { name: 'taker', by: 'taker' },
  { name: 'method', by: 'method' },
  { name: 'amount', by: 'amount', atEnd: true },
  { name: 'state', by: 'state' },
  { name: 'confirmation', by: null },
];

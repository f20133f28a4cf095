import type { CallOutput } from '#shared/desk/calls.ts';
import type { DaySum } from '#shared/reconciliation/day.ts';
import { ask } from '../../desk/ask.ts';
import { usePages } from '../../desk/use-pages.ts';
import type { OpenCell } from './open-cell.ts';

type Page = CallOutput<'reconciliation.payments'>;

/** The payments of a sum, page by page; read anew when the table has another sum. */
export const useCell = (cell: OpenCell, { count, cents }: DaySum) =>
  usePages<Page>(['reconciliation.payments', cell, count, cents], next =>
    ask('reconciliation.payments', { ...cell, after: next?.after ?? null }),
  );

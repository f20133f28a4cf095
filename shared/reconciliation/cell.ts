import { z } from 'zod';
import { type Cents, cents } from '../money/cents.ts';
import type { DayBooks, DaySum } from './day.ts';
import { heldTogether } from './reconcile.ts';
import { MethodKind, Stage } from './stages.ts';

/** One sum of a day's table: what was done, by which method, in which batch, as one of the three says it. */
export const DayCell = z.strictObject({
  stage: Stage,
  method: MethodKind,
  /** Null for what is in none. */
  batch: z.string().min(1).max(120).nullable(),
  source: z.enum(['ours', 'theirs', 'ledger']),
});
export type DayCell = z.infer<typeof DayCell>;

/** What one source says of one payment, added up. */
export interface CellItem {
  /** The payment's key, or what somebody else calls it. */
  readonly ref: string;
  readonly amountCents: Cents;
}

/** What makes a sum, each payment once, in the order of their keys; told apart as the rows themselves are. */
export function cellOf(books: DayBooks, { stage, method, batch, source }: DayCell): CellItem[] {
  return heldTogether(books)
    .flatMap(item => {
      const held = item.held[source];
      const isIn = item.stage === stage && item.method === method && item.batch === batch;
      return isIn && held !== undefined ? { ref: item.ref, amountCents: cents(held) } : [];
    })
    .sort((one, other) => (one.ref < other.ref ? -1 : 1));
}

/** How many, and how much. */
export const sumOfCell = (items: readonly CellItem[]): DaySum => ({
  count: items.length,
  cents: cents(items.reduce((sum, { amountCents }) => sum + amountCents, 0)),
});

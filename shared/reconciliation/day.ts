import { z } from 'zod';
import { Cents } from '../money/cents.ts';
import { MethodKind, Stage } from './stages.ts';

/** What one source says of one payment on a day. */
export interface DayItem {
  readonly stage: Stage;
  readonly method: MethodKind;
  /** The payment's key, or what somebody else calls it who knows of no such payment here. */
  readonly ref: string;
  readonly amountCents: Cents;
  readonly batch: string | null;
}

/** The three accounts of a day, each read by itself, so that they can differ. */
export interface DayBooks {
  /** Our payments and their moves. */
  readonly ours: readonly DayItem[];
  /** The processor, the bank's files and statement, the register of checks and wires. */
  readonly theirs: readonly DayItem[];
  /** The ledger's lines. */
  readonly ledger: readonly DayItem[];
}

export const DaySum = z.object({ count: z.int().nonnegative(), cents: Cents });
export type DaySum = z.infer<typeof DaySum>;

/** A payment on which the sources differ: what each says, null where it says nothing. */
export const Finding = z.object({
  ref: z.string(),
  ours: Cents.nullable(),
  theirs: Cents.nullable(),
  ledger: Cents.nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** One line of a day: what was done, by which method, in which batch of whoever moved the money. */
export const ReconciledRow = z.object({
  stage: Stage,
  method: MethodKind,
  batch: z.string().nullable(),
  ours: DaySum,
  /** Null where nobody outside keeps a record of it. */
  theirs: DaySum.nullable(),
  ledger: DaySum,
  findings: z.array(Finding),
});
export type ReconciledRow = z.infer<typeof ReconciledRow>;

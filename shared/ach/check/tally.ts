import { addToHash } from '../codes/entry-hash.ts';
import type { Direction } from '../codes/transaction-codes.ts';

/** What the records of a batch, or of a file, add up to. */
export interface Tally {
  entries: number;
  addenda: number;
  hash: number;
  debitCents: number;
  creditCents: number;
  /** A record could not be read: its share is missing, and differences would say nothing new. */
  incomplete: boolean;
}

export const emptyTally = (): Tally => ({
  entries: 0,
  addenda: 0,
  hash: 0,
  debitCents: 0,
  creditCents: 0,
  incomplete: false,
});

export function addAmount(tally: Tally, direction: Direction, amountCents: number): void {
  if (direction === 'debit') tally.debitCents += amountCents;
  else tally.creditCents += amountCents;
}

/** Adds a batch to its file. */
export function addTally(file: Tally, batch: Tally): void {
  file.entries += batch.entries;
  file.addenda += batch.addenda;
  file.hash = addToHash(file.hash, batch.hash);
  file.debitCents += batch.debitCents;
  file.creditCents += batch.creditCents;
  file.incomplete ||= batch.incomplete;
}

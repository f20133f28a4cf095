import type { Book } from '../family/book.ts';
import type { SeededCharge } from '../family/family.ts';
import { issueStatement, STATEMENT_DAYS } from '../family/statements.ts';
import { billLateFee, LATE_FEE_AFTER_DAYS } from './late-fees.ts';
import type { ReadyCharge } from './medical.ts';
import { type Payer, payStatement } from './payer.ts';

interface Issued {
  readonly charges: readonly SeededCharge[];
  readonly daysAgo: number;
}

export interface Cycle {
  readonly payer: Payer;
  /** No fees while an application, a dispute or a plan is open: collections clocks stand still. */
  readonly lateFees: boolean;
}

/**
 * Sends the household its monthly statements, oldest first, each with what has become ready since the
 * one before, and lets it pay them. Late fees of overdue statements stand on the next one.
 */
export function runStatementCycle(
  book: Book,
  ready: readonly ReadyCharge[],
  { payer, lateFees }: Cycle,
): void {
  const firstReady = Math.max(1, ...ready.map(each => each.readyDaysAgo));
  const latest = book.stream.int(1, STATEMENT_DAYS);
  const issued: Issued[] = [];
  let waiting = [...ready];
  let daysAgo = latest + Math.ceil(firstReady / STATEMENT_DAYS) * STATEMENT_DAYS;
  for (; daysAgo >= 1; daysAgo -= STATEMENT_DAYS) {
    const fees = lateFees ? feesOf(book, issued, daysAgo) : [];
    const due = waiting.filter(each => each.readyDaysAgo >= daysAgo).map(each => each.charge);
    waiting = waiting.filter(each => each.readyDaysAgo < daysAgo);
    const charges = [...due, ...fees];
    if (!issueStatement(book, charges, daysAgo)) continue;
    issued.push({ charges, daysAgo });
    payStatement(book, payer, charges, daysAgo);
  }
}

/** Fees of statements that went past their grace in the month before this one. */
function feesOf(book: Book, issued: readonly Issued[], daysAgo: number): SeededCharge[] {
  const overdueAfter = STATEMENT_DAYS + LATE_FEE_AFTER_DAYS;
  return issued
    .filter(each => {
      const feeDaysAgo = each.daysAgo - overdueAfter;
      return feeDaysAgo >= daysAgo && feeDaysAgo < daysAgo + STATEMENT_DAYS;
    })
    .flatMap(each => billLateFee(book, each.charges, each.daysAgo - overdueAfter));
}

import { type Cents, cents, sumCents } from '#shared/money/cents.ts';
import type { Database } from '../database/connect.ts';
import { keepEntries } from './keep-entries.ts';
import { type Matched, matchArrival } from './match-arrival.ts';
import type { EntryOnLine } from './read-statement.ts';

interface Sum {
  readonly count: number;
  readonly cents: Cents;
}

/** What a statement brought. `credits` and `debits` are what it holds; the rest is what this reading did. */
export interface TakenStatement {
  readonly credits: Sum;
  /** Money that went out: nothing is done about it. */
  readonly debits: Sum;
  /** Credits that an earlier reading brought already. */
  readonly repeated: number;
  readonly matched: Sum;
  /** Waiting for a supervisor. */
  readonly unmatched: Sum;
  /** Matched and less, or more, than was expected; by how much in all. */
  readonly under: Sum;
  readonly over: Sum;
  /** Paid beyond what was open: the guarantors' credit. */
  readonly unapplied: Sum;
}

function sumOf(amounts: readonly number[]): Sum {
  return { count: amounts.length, cents: sumCents(amounts.map(cents)) };
}

/**
 * Takes a statement that was read: keeps its credits, then matches each that is not matched yet. Taken
 * again, here or on another server at the same time, it changes nothing; stopped in between it is finished
 * by taking it again.
 */
export async function takeStatement(
  db: Database,
  entries: readonly EntryOnLine[],
  now: number,
): Promise<TakenStatement> {
  const credits = entries.filter(each => each.direction === 'credit');
  const debits = entries.filter(each => each.direction === 'debit');
  const { ids, fresh } = await keepEntries(db, credits, now);
  const outcomes: Matched[] = [];
  for (const id of ids) {
    const outcome = await matchArrival(db, id, now);
    if (outcome) outcomes.push(outcome);
  }
  const matched = outcomes.filter(each => each.matched);
  const differences = matched.map(
    each => each.amountCents - (each.expectedCents ?? each.amountCents),
  );
  return {
    credits: sumOf(credits.map(each => each.amount)),
    debits: sumOf(debits.map(each => each.amount)),
    repeated: ids.length - fresh,
    matched: sumOf(matched.map(each => each.amountCents)),
    unmatched: sumOf(outcomes.filter(each => !each.matched).map(each => each.amountCents)),
    under: sumOf(differences.filter(each => each < 0).map(each => -each)),
    over: sumOf(differences.filter(each => each > 0)),
    unapplied: sumOf(matched.map(each => each.creditCents).filter(each => each > 0)),
  };
}

import { showMoney } from '#shared/money/show-money.ts';
import type { TakenStatement } from './take-statement.ts';

/** What a statement brought, for people: one line for each thing there is to say. */
export function sayTaken(taken: TakenStatement): string[] {
  const { credits, debits, repeated, matched, unmatched, under, over, unapplied } = taken;
  const sum = ({ count, cents }: TakenStatement['credits']) => `${count}, ${showMoney(cents)}`;
  return [
    `credits on the statement: ${sum(credits)}${repeated > 0 ? ` (${repeated} of them were read before)` : ''}`,
    ...(debits.count > 0 ? [`debits, left alone: ${sum(debits)}`] : []),
    `matched now: ${sum(matched)}`,
    ...(under.count > 0 ? [`less than was expected: ${sum(under)}`] : []),
    ...(over.count > 0 ? [`more than was expected: ${sum(over)}`] : []),
    ...(unapplied.count > 0 ? [`beyond what was open, kept as credit: ${sum(unapplied)}`] : []),
    `waiting for a supervisor: ${sum(unmatched)}`,
  ];
}

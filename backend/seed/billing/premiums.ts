import { cents } from '#shared/money/cents.ts';
import type { Book } from '../family/book.ts';
import { bill } from '../family/charges.ts';
import type { SeededAccount } from '../family/family.ts';
import { issueStatement } from '../family/statements.ts';
import { billLateFee, LATE_FEE_AFTER_DAYS } from './late-fees.ts';
import { payStatement } from './payer.ts';
import type { Cycle } from './statement-cycle.ts';

const coverages: readonly (readonly [number, name: string, from: number, to: number])[] = [
  [40, 'Silver 70 HMO', 380, 720],
  [20, 'Bronze 60 HMO', 260, 480],
  [14, 'Gold 80 HMO', 520, 980],
  [10, 'COBRA continuation', 640, 2100],
  [16, 'Medicare Advantage', 35, 240],
];

/** A premium is billed before the month it covers and due on that month's first day. */
const BILLED_AHEAD_DAYS = 25;

/** Bills each month's premium up to now, and lets the household pay, or not. */
export function runPremiums(book: Book, account: SeededAccount, { payer, lateFees }: Cycle): void {
  const [, name, from, to] = book.stream.pickWeighted(
    coverages.map(coverage => [coverage[0], coverage] as const),
  );
  const billedCents = cents(book.stream.int(from * 100, to * 100));
  for (let monthsAgo = book.stream.int(1, 6); monthsAgo >= -1; monthsAgo -= 1) {
    const month = book.calendar.monthAgo(monthsAgo);
    const issuedDaysAgo = month.firstDaysAgo + BILLED_AHEAD_DAYS;
    if (issuedDaysAgo < 1) return;
    const description = `Premium, ${name}, ${month.name}`;
    const charges = bill(book, account, issuedDaysAgo, [
      { kind: 'premium', description, billedCents, insurance: 'none' },
    ]);
    issueStatement(book, charges, issuedDaysAgo, BILLED_AHEAD_DAYS);
    payStatement(book, payer, charges, issuedDaysAgo);
    const feeDaysAgo = month.firstDaysAgo - LATE_FEE_AFTER_DAYS;
    if (lateFees && feeDaysAgo >= 1) {
      const fees = billLateFee(book, charges, feeDaysAgo);
      issueStatement(book, fees, Math.max(feeDaysAgo - 1, 1));
    }
  }
}

import { cents } from '#shared/money/cents.ts';
import { organization } from '#shared/organization/profile.ts';
import type { Book } from '../family/book.ts';
import { bill } from '../family/charges.ts';
import type { SeededCharge } from '../family/family.ts';

const { afterDays, lateFeeCentsAtLeast } = organization.pastDue;

/** A fee may follow only after the organization's days of grace, never on the last of them. */
export const LATE_FEE_AFTER_DAYS = afterDays + 1;

/** Bills a late fee for what is still open of one statement; a minority of overdue statements gets one. */
export function billLateFee(
  book: Book,
  overdue: readonly SeededCharge[],
  daysAgo: number,
): SeededCharge[] {
  const oldest = overdue.find(charge => charge.openCents > 0 && charge.insurance !== 'pending');
  if (!oldest?.statement || !book.stream.chance(400)) return [];
  const billedCents = cents(lateFeeCentsAtLeast + book.stream.pick([0, 0, 500, 1000, 2000]));
  const description = `Late fee, statement ${oldest.statement.statementNumber}`;
  return bill(book, oldest.account, daysAgo, [
    { kind: 'late_fee', description, billedCents, insurance: 'none' },
  ]);
}

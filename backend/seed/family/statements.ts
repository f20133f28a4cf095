import { sumCents } from '#shared/money/cents.ts';
import { organization } from '#shared/organization/profile.ts';
import type { Book } from './book.ts';
import type { SeededCharge, SeededStatement } from './family.ts';

/** From the date of a statement to the date it is due. */
export const STATEMENT_DAYS = organization.statements.dueAfterDays;

/** Puts what is open of these charges on a statement; undefined when nothing is. */
export function issueStatement(
  book: Book,
  charges: readonly SeededCharge[],
  issuedDaysAgo: number,
  dueAfterDays = STATEMENT_DAYS,
): SeededStatement | undefined {
  const open = charges.filter(charge => charge.openCents > 0);
  if (open.length === 0) return undefined;
  const sequence = String(book.statements.length + 1).padStart(2, '0');
  const statement = {
    statementNumber: `S-${book.guarantor.guarantorId}-${sequence}`,
    issuedOn: book.calendar.daysAgo(issuedDaysAgo),
    dueOn: book.calendar.daysAgo(issuedDaysAgo - dueAfterDays),
    totalCents: sumCents(open.map(charge => charge.openCents)),
  };
  for (const charge of open) charge.statement = statement;
  book.statements.push(statement);
  return statement;
}

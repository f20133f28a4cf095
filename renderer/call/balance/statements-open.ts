import type { GuarantorSummary } from '#shared/balance/summarise.ts';
import { LedgerKind } from '#shared/billing/account.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';

export interface OpenStatement {
  readonly ledger: LedgerKind;
  readonly statementNumber: string;
  readonly dueOn: CalendarDate;
  readonly openCents: Cents;
}

/** The newest statement of each ledger that still has something open, with its due date. */
export function statementsOpen(balance: Balance, summary: GuarantorSummary): OpenStatement[] {
  return LedgerKind.options.flatMap(ledger => {
    const newest = summary.ledgers[ledger].statement;
    if (!newest || newest.openCents <= 0) return [];
    const { statementNumber, openCents } = newest;
    const statement = balance.statements.find(each => each.statementNumber === statementNumber);
    return statement ? [{ ledger, statementNumber, openCents, dueOn: statement.dueOn }] : [];
  });
}

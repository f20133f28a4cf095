import type { GuarantorSummary } from '#shared/balance/summarise.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';

export interface OpenStatement {
  readonly statementNumber: string;
  readonly dueOn: CalendarDate;
  readonly openCents: Cents;
}

/** The newest statement of each ledger that still has something open, with its due date. */
export function statementsOpen(balance: Balance, summary: GuarantorSummary): OpenStatement[] {
  const { medical, premium } = summary.ledgers;
  return [medical.statement, premium.statement].flatMap(newest => {
    if (!newest || newest.openCents <= 0) return [];
    const { statementNumber, openCents } = newest;
    const statement = balance.statements.find(each => each.statementNumber === statementNumber);
    return statement ? [{ statementNumber, openCents, dueOn: statement.dueOn }] : [];
  });
}

import type { LedgerKind } from '../billing/account.ts';
import type { Balance } from '../billing/balance.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import type { Cents } from '../money/cents.ts';
import { isOverdue } from './overdue.ts';
import { payableCents, payableCharges } from './payable.ts';
import { summarise } from './summarise.ts';

/** The amounts a caller usually wants to pay on one ledger, in cents; 0 where there is nothing of the kind. */
export interface AmountChoices {
  readonly all: Cents;
  readonly past_due: Cents;
  readonly statement: Cents;
}

/**
 * The amounts offered for one ledger: all that can be paid, what of it is overdue on `today` (the date in
 * the region's zone), and what of it stands on the newest statement.
 */
export function amountChoices(
  balance: Balance,
  ledger: LedgerKind,
  today: CalendarDate,
): AmountChoices {
  const charges = payableCharges(balance, ledger);
  const newest = summarise(balance, today).ledgers[ledger].statement?.statementNumber;
  return {
    all: payableCents(charges),
    past_due: payableCents(charges.filter(charge => isOverdue(charge, today))),
    statement: payableCents(
      charges.filter(charge => newest !== undefined && charge.statementNumber === newest),
    ),
  };
}

import { chargesOf } from '#shared/balance/summarise.ts';
import type { Account, LedgerKind } from '#shared/billing/account.ts';
import type { Balance } from '#shared/billing/balance.ts';
import type { Charge } from '#shared/billing/charge.ts';

export interface AccountLines {
  readonly account: Account;
  readonly charges: readonly Charge[];
}

export interface LedgerLines {
  readonly ledger: LedgerKind;
  readonly accounts: readonly AccountLines[];
  /** Lines of this ledger that are paid and left out unless asked for. */
  readonly closedCount: number;
  /** Lines that are beyond `most` and left out until asked for. */
  readonly moreCount: number;
}

const LAST = '9999-12-31';

/** In the order in which money pays them: by due date, what is not due yet last. */
function byDueDate(left: Charge, right: Charge): number {
  return (
    (left.dueOn ?? LAST).localeCompare(right.dueOn ?? LAST) ||
    left.servicedOn.localeCompare(right.servicedOn) ||
    left.chargeId.localeCompare(right.chargeId)
  );
}

/**
 * The lines of one ledger as the table shows them: grouped by account, no more than `most` at once, so
 * that a guarantor of many years opens as fast as a new one.
 */
export function groupLines(
  balance: Balance,
  ledger: LedgerKind,
  show: { closed: boolean; most: number },
): LedgerLines {
  const all = chargesOf(balance, ledger);
  const shown = all.filter(charge => show.closed || charge.openCents !== 0);
  let room = show.most;
  const accounts = balance.accounts
    .filter(account => account.ledger === ledger)
    .map(account => {
      const charges = shown
        .filter(charge => charge.accountId === account.accountId)
        .sort(byDueDate)
        .slice(0, room);
      room -= charges.length;
      return { account, charges };
    })
    .filter(({ charges }) => charges.length > 0);
  const shownCount = show.most - room;
  return {
    ledger,
    accounts,
    closedCount: all.filter(charge => charge.openCents === 0).length,
    moreCount: shown.length - shownCount,
  };
}

import type { LedgerKind } from '../billing/account.ts';
import type { Balance } from '../billing/balance.ts';
import type { Charge } from '../billing/charge.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { type Ageing, ageCharges } from './ageing.ts';
import { daysOverdue, isOverdue } from './overdue.ts';

/** The amounts of one part of a balance: all of it, a ledger, or an account. All in cents. */
export interface BalanceSummary {
  /** Everything open, credits taken off. */
  readonly openCents: Cents;
  /** Open on charges whose due date has passed: the headline's "past due". */
  readonly overdueCents: Cents;
  /** Days since the oldest due date that has passed; 0 when none has. */
  readonly oldestOverdueDays: number;
  /** The newest statement with a charge in this part, and what is still open of it. */
  readonly statement: { readonly statementNumber: string; readonly openCents: Cents } | null;
  /** Open on charges the insurance has not answered for. */
  readonly pendingInsuranceCents: Cents;
  readonly ageing: Ageing;
}

export interface GuarantorSummary extends BalanceSummary {
  /** Medical and premium apart: money of one never pays the other. */
  readonly ledgers: Readonly<Record<LedgerKind, BalanceSummary>>;
  readonly accounts: ReadonlyMap<string, BalanceSummary>;
}

function open(charges: readonly Charge[]): Cents {
  return sumCents(charges.map(charge => charge.openCents));
}

function newestStatement(
  statements: Balance['statements'],
  charges: readonly Charge[],
): BalanceSummary['statement'] {
  const billed = new Set(charges.map(charge => charge.statementNumber));
  const newest = statements
    .filter(each => billed.has(each.statementNumber))
    .reduce<Balance['statements'][number] | undefined>(
      (latest, each) => (latest && latest.issuedOn >= each.issuedOn ? latest : each),
      undefined,
    );
  if (!newest) return null;
  const { statementNumber } = newest;
  return {
    statementNumber,
    openCents: open(charges.filter(charge => charge.statementNumber === statementNumber)),
  };
}

function summariseCharges(
  charges: readonly Charge[],
  statements: Balance['statements'],
  today: CalendarDate,
): BalanceSummary {
  return {
    openCents: open(charges),
    overdueCents: open(charges.filter(charge => isOverdue(charge, today))),
    oldestOverdueDays: Math.max(0, ...charges.map(charge => daysOverdue(charge, today))),
    statement: newestStatement(statements, charges),
    pendingInsuranceCents: open(charges.filter(charge => charge.insurance === 'pending')),
    ageing: ageCharges(charges, today),
  };
}

/** The charges of one ledger. */
export function chargesOf(balance: Balance, ledger: LedgerKind): Charge[] {
  const accountIds = new Set(
    balance.accounts.filter(each => each.ledger === ledger).map(each => each.accountId),
  );
  return balance.charges.filter(charge => accountIds.has(charge.accountId));
}

/**
 * The headline amounts of a balance: of the whole, of each ledger and of each account.
 * `today` is the date in the region's own zone.
 */
export function summarise(balance: Balance, today: CalendarDate): GuarantorSummary {
  const part = (charges: readonly Charge[]) => summariseCharges(charges, balance.statements, today);
  const accounts = balance.accounts.map(({ accountId }): [string, BalanceSummary] => [
    accountId,
    part(balance.charges.filter(charge => charge.accountId === accountId)),
  ]);
  return {
    ...part(balance.charges),
    ledgers: {
      medical: part(chargesOf(balance, 'medical')),
      premium: part(chargesOf(balance, 'premium')),
    },
    accounts: new Map(accounts),
  };
}

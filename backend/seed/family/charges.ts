import type { ChargeKind, InsuranceStanding } from '#shared/billing/charge.ts';
import { type Cents, noCents } from '#shared/money/cents.ts';
import { type Book, newId } from './book.ts';
import { enter } from './entries.ts';
import type { SeededAccount, SeededCharge } from './family.ts';

export interface BilledLine {
  readonly kind: ChargeKind;
  readonly description: string;
  readonly billedCents: Cents;
  readonly insurance: InsuranceStanding;
}

function billedEvent(kind: ChargeKind) {
  if (kind === 'premium') return 'premium_billed';
  return kind === 'late_fee' ? 'late_fee_billed' : 'charge_billed';
}

/** Bills the lines of one visit, or one month, or one fee: all of a kind that share a ledger event. */
export function bill(
  book: Book,
  account: SeededAccount,
  servicedDaysAgo: number,
  lines: readonly BilledLine[],
): SeededCharge[] {
  const charges = lines.map(line => ({
    ...line,
    chargeId: newId(book),
    account,
    servicedOn: book.calendar.daysAgo(servicedDaysAgo),
    statement: null,
    insurancePaidCents: noCents,
    adjustedCents: noCents,
    paidCents: noCents,
    openCents: noCents,
    closedOn: null,
  }));
  const events = new Set(lines.map(line => billedEvent(line.kind)));
  for (const event of events) {
    const parts = charges.filter(charge => billedEvent(charge.kind) === event);
    enter(
      book,
      event,
      Math.max(servicedDaysAgo - 1, 1),
      parts.map(charge => [charge, charge.billedCents] as const),
    );
  }
  book.charges.push(...charges);
  return charges;
}

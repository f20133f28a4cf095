import type { Instant } from '#shared/calendar/dates.ts';
import { receivableOf } from '#shared/ledger/chart.ts';
import { type LedgerEvent, linesOf } from '#shared/ledger/events.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import { type Book, newId } from './book.ts';
import type { SeededCharge } from './family.ts';

export type ChargePart = readonly [charge: SeededCharge, amountCents: Cents];

/** Which amount of a charge an event adds to, besides what it does to the open one. */
const amountMoved = {
  insurance_paid: 'insurancePaidCents',
  adjusted: 'adjustedCents',
  earlier_payment: 'paidCents',
} as const satisfies Partial<Record<LedgerEvent, keyof SeededCharge>>;

type SeededEvent =
  | keyof typeof amountMoved
  | 'charge_billed'
  | 'premium_billed'
  | 'late_fee_billed';

/**
 * Writes one business event to the ledger and moves the charges and accounts by the same lines: the
 * only place in the seed that changes what is owed, so that balances are the sum of their lines.
 */
export function enter(
  book: Book,
  event: SeededEvent,
  daysAgo: number,
  parts: readonly ChargePart[],
  payment?: { readonly key: string; readonly takenAt: Instant },
): void {
  const moving = parts.filter(([, amountCents]) => amountCents > 0);
  if (moving.length === 0) return;
  const entry = {
    entryId: newId(book),
    event,
    enteredAt: payment?.takenAt ?? book.calendar.at(book.timeZone, daysAgo, 6 * 60),
    paymentKey: payment?.key ?? null,
    lines: moving.flatMap(([charge, amountCents]) => {
      const { accountId, ledger } = charge.account;
      const lines = linesOf(event, [{ accountId, chargeId: charge.chargeId, ledger, amountCents }]);
      for (const line of lines) {
        if (line.ledgerAccount !== receivableOf[ledger]) continue;
        const owedMore = line.debitCents - line.creditCents;
        charge.openCents = cents(charge.openCents + owedMore);
        charge.account.balanceCents = cents(charge.account.balanceCents + owedMore);
      }
      if (event in amountMoved) {
        const amount = amountMoved[event as keyof typeof amountMoved];
        charge[amount] = cents(charge[amount] + amountCents);
      }
      if (charge.openCents === 0) charge.closedOn = book.calendar.daysAgo(daysAgo);
      return lines;
    }),
  };
  book.entries.push(entry);
}

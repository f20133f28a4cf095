import type { PaymentMethod } from '../billing/payment-method.ts';
import type { RefundPart } from '../payments/split-refund.ts';
import { type LedgerEvent, type LedgerLine, linesOf } from './events.ts';

/** The event by which a payment of this method is given back. */
export function refundEvent(method: PaymentMethod['kind']): LedgerEvent {
  if (method === 'card') return 'card_payment_refunded';
  return method === 'ach' ? 'ach_payment_refunded' : 'received_payment_refunded';
}

/** The balanced lines of a refund: what was a credit comes out of the credit, the rest out of the receivable. */
export function refundLines(event: LedgerEvent, parts: readonly RefundPart[]): LedgerLine[] {
  const withCents = (cents: (part: RefundPart) => RefundPart['reopenedCents']) =>
    linesOf(
      event,
      parts
        .map(part => ({ ...part, amountCents: cents(part) }))
        .filter(part => part.amountCents > 0),
    );
  const ofCredit = withCents(part => part.creditCents).map(line =>
    line.debitCents > 0 ? { ...line, ledgerAccount: 'unapplied_credit' as const } : line,
  );
  return [...ofCredit, ...withCents(part => part.reopenedCents)];
}

import type { Balance } from '#shared/billing/balance.ts';
import type { Payment } from '#shared/billing/payment.ts';
import type { StateReached } from '#shared/billing/payment-history.ts';
import type { Refund } from '#shared/billing/refund.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { Allocation } from '#shared/payments/allocation.ts';

export interface ReceiptLine {
  readonly what: string;
  readonly servicedOn: CalendarDate;
  readonly amountCents: Cents;
}

export type ReceiptPayment = Pick<
  Payment,
  'amountCents' | 'confirmation' | 'method' | 'guarantorId' | 'state' | 'postingOn' | 'takenAt'
>;

/** What a receipt says. A guest payer's has no lines: they hear nothing of what the money pays. */
export interface ReceiptFacts {
  readonly attempt: ReceiptPayment;
  /** What became of it, in order; empty where nobody could tell. */
  readonly states: readonly StateReached[];
  readonly refunds: readonly Refund[];
  /** Null when a guest payer gave no name. */
  readonly payer: string | null;
  readonly lines: readonly ReceiptLine[];
  readonly timeZone: string;
  readonly sandbox: boolean;
}

/** The lines of a receipt: each allocation with the charge it pays. */
export function receiptLines(
  allocations: readonly Allocation[],
  balance: Balance | undefined,
): ReceiptLine[] {
  return allocations.flatMap(({ chargeId, amountCents }) => {
    const charge = balance?.charges.find(each => each.chargeId === chargeId);
    return charge ? [{ what: charge.description, servicedOn: charge.servicedOn, amountCents }] : [];
  });
}

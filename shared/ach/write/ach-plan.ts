import type { CalendarDate } from '../../calendar/dates.ts';
import type { Cents } from '../../money/cents.ts';
import type { Direction } from '../codes/transaction-codes.ts';

/** A debit or credit to be sent; a refund is a credit under PPD. */
export interface AchPayment {
  /** What its sender knows it by; given back with the trace number, and never written. */
  readonly reference: string;
  readonly direction: Direction;
  readonly account: 'checking' | 'savings';
  /** Nine digits. */
  readonly routingNumber: string;
  readonly accountNumber: string;
  /** Above zero, or zero for a prenote, which asks the bank about an account before money moves. */
  readonly amountCents: Cents;
  readonly isPrenote: boolean;
  readonly frequency: 'single' | 'recurring';
  /** At most 15 characters by which the receiver knows the payment. */
  readonly identification: string;
  readonly receiverName: string;
  /** At most 80 characters; PPD only. */
  readonly paymentInformation?: string;
}

/** Payments of one company under one code that settle on one day. */
export interface AchBatch {
  readonly secCode: 'TEL' | 'PPD';
  readonly companyName: string;
  readonly companyId: string;
  /** What the receiver's statement says, at most 10 characters: `MED BILL`. */
  readonly entryDescription: string;
  /** Nine digits of the originating bank. */
  readonly odfiRouting: string;
  /** The banking day on which it shall settle. */
  readonly effectiveOn: CalendarDate;
  readonly payments: readonly AchPayment[];
}

export interface AchPlan {
  /** Nine digits of the bank or operator the file is sent to. */
  readonly destinationRouting: string;
  readonly destinationName: string;
  /** What the destination knows the sender by: nine digits, or ten characters. */
  readonly originId: string;
  readonly originName: string;
  /** By the sender's clock; the time as HH:MM. */
  readonly createdOn: CalendarDate;
  readonly createdAt: string;
  /** `A` for the first file of a day, `B` for the next; 0 to 9 after `Z`. */
  readonly fileIdModifier: string;
  /** The sequence number of the first entry's trace; the others follow from it. */
  readonly firstSequence: number;
  readonly batches: readonly AchBatch[];
}

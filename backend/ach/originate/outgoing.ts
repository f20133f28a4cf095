import type { Direction } from '#shared/ach/codes/transaction-codes.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';

/** A debit for a payment or a credit for a refund that is to be sent: it has one of the two keys. */
export interface Outgoing {
  readonly paymentKey: string | null;
  readonly refundId: string | null;
  readonly guarantorId: string;
  readonly direction: Direction;
  readonly secCode: 'TEL' | 'PPD';
  readonly frequency: 'single' | 'recurring';
  /** Another try at a payment that came back, which its batch must say. */
  readonly isRetry: boolean;
  readonly amountCents: Cents;
  readonly bankToken: string;
  readonly bankFingerprint: string;
  /** By which the receiver knows it on a statement; at most 15 characters. */
  readonly identification: string;
  /** The business day that was told to the payer; null where the next one will do. */
  readonly effectiveOn: CalendarDate | null;
}

/** What a file is written for. */
export interface CutOff {
  readonly regions: readonly RegionCode[];
  readonly timeZone: string;
  /** The business day that has closed, and the instant at which it did. */
  readonly businessDay: CalendarDate;
  readonly at: Instant;
  /** The first day on which what is sent now can settle. */
  readonly settlesOn: CalendarDate;
}

/** Refunds that go to bank accounts. */
export interface CreditSource {
  /** Those whose turn has come, locked until the transaction ends. */
  due(trx: Database, cutOff: CutOff): Promise<Outgoing[]>;
  /** They are in a file, which the same transaction commits. */
  sent(trx: Database, refundIds: readonly string[], now: number): Promise<void>;
  /** Its day has come and nothing came back. Again changes nothing. */
  settled(db: Database, refundId: string, now: number): Promise<void>;
  /** The bank sent it back; false where it had settled, so that somebody has to decide. */
  returned(trx: Database, refundId: string, why: string, now: number): Promise<boolean>;
}

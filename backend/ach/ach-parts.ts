import type { CorrectedData } from '#shared/ach/returned.ts';
import type { BankAccountKind } from '#shared/billing/payment-method.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import type { Database } from '../database/connect.ts';
import type { AchBank } from './bank-port.ts';
import type { CreditSource } from './originate/outgoing.ts';
import type { Seal } from './seal.ts';

/** A bank account as an entry needs it: opened for the moment in which the entry is written. */
export interface OpenedAccount {
  readonly routingNumber: string;
  readonly accountNumber: string;
  readonly accountKind: BankAccountKind;
  readonly holderName: string;
  /** Tells that two tokens are the same account. */
  readonly fingerprint: string;
}

/** The vault of bank accounts. */
export interface BankAccounts {
  /** The accounts of these tokens; one that cannot be opened is missing. */
  open(db: Database, tokens: readonly string[]): Promise<ReadonlyMap<string, OpenedAccount>>;
  /** Makes the next entry on it say what a notice of change asks for. False where the vault holds no such part. */
  correct(db: Database, token: string, corrected: CorrectedData): Promise<boolean>;
}

/**
 * Stops what would go on debiting the account of a payment that came back, in the transaction that applies
 * the return. Only asked where the code forbids another entry.
 */
export type StopAutopay = (
  trx: Database,
  paymentKey: AttemptKey,
  code: string,
  now: Instant,
) => Promise<unknown>;

/** What the files of the ACH network are written, handed over and read with. */
export interface AchParts {
  readonly db: Database;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly bank: AchBank;
  readonly accounts: BankAccounts;
  readonly seal: Seal;
  /** Refunds to bank accounts, where there are any. */
  readonly credits?: CreditSource;
  /** Where there are payments to come. */
  readonly stopAutopay?: StopAutopay;
}

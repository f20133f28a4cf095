import type { Generated } from 'kysely';
import type { BankAccountKind } from '#shared/billing/payment-method.ts';
import type { Day, Moment, Money } from './columns.ts';

/** The vault of bank accounts: the number sealed until it is erased, the rest as it was given. */
export interface BankAccountTable {
  token: string;
  account_kind: BankAccountKind;
  routing_number: string;
  bank_name: string;
  /** Null once its holder had it removed. */
  account_number_sealed: Buffer | null;
  last4: string;
  holder_name: string;
  fingerprint: string;
  user_id: string;
  workstation_id: string;
  kept_at: Moment;
  expires_at: Moment;
  used_by: string | null;
  /** Held by an authorisation for more than one payment. */
  standing: Generated<boolean>;
  /** When nothing needed the number any more. */
  erased_at: Moment | null;
}

/** Accounts a bank sent back for good. */
export interface BlockedBankAccountTable {
  fingerprint: string;
  return_code: string;
  blocked_at: Moment;
  payment_key: string | null;
}

export interface TelAuthorisationTable {
  payment_key: string;
  bank_token: string;
  language: 'en' | 'es';
  wording_version: string;
  debit_on: Day;
  amount_cents: Money;
  agreed_at: Moment;
  recording_reference: string;
  payer_name: string;
  acknowledged: string[];
  keep_until: Day;
}

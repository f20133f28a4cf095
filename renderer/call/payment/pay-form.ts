import type { TelElement } from '#shared/ach/tel-authorisation.ts';
import type { LedgerKind } from '#shared/billing/account.ts';

export const amountChoiceNames = ['all', 'past_due', 'statement', 'other'] as const;
export type AmountChoice = (typeof amountChoiceNames)[number];

/** What the representative has entered so far; kept through a lock, gone with the call. No card data. */
export interface PayForm {
  /** Null until somebody chose: then the ledger with something to pay. */
  readonly ledger: LedgerKind | null;
  /** Null until somebody chose: then what is past due, else the statement, else all. */
  readonly choice: AmountChoice | null;
  /** What stands in the amount box when the choice is `other`. */
  readonly typed: string;
  readonly split: 'oldest_first' | 'by_hand';
  /** What stands in the boxes of a split by hand, by charge. */
  readonly parts: Readonly<Record<string, string>>;
  /** The amount in cents that the caller wants to pay a second time. */
  readonly againCents: number | null;
  /** What was, or is being, captured. */
  readonly method: 'card' | 'ach';
  /** On or after which a bank account is debited; null until somebody chose: then the soonest day. */
  readonly debitOn: string | null;
  /** The elements of the authorisation that were read, and of which debit; see `readDebit`. */
  readonly heard: { readonly of: string; readonly elements: readonly TelElement[] } | null;
  /** For which card, amount and attempt the permission was given; see `permissionFor`. */
  readonly permission: string | null;
  /** The finished attempt that has been seen and is out of the way. */
  readonly putAside: string | null;
}

export const emptyPayForm: PayForm = {
  ledger: null,
  choice: null,
  typed: '',
  split: 'oldest_first',
  parts: {},
  againCents: null,
  method: 'card',
  debitOn: null,
  heard: null,
  permission: null,
  putAside: null,
};

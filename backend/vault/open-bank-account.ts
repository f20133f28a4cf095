import type { BankAccountKind } from '#shared/billing/payment-method.ts';
import type { Database } from '../database/connect.ts';
import type { BankVault } from './bank-vault.ts';

/** A bank account as a file for the bank names it. The number is for that file alone: never log or answer it. */
export interface OpenedBankAccount {
  readonly accountKind: BankAccountKind;
  readonly routingNumber: string;
  readonly accountNumber: string;
  readonly holderName: string;
}

/** Unseals the account behind a token; undefined when the vault knows no such token, or has erased its number. */
export async function openBankAccount(
  db: Database,
  vault: BankVault,
  token: string,
): Promise<OpenedBankAccount | undefined> {
  const row = await db
    .selectFrom('bank_account')
    .where('token', '=', token)
    .select(['account_kind', 'routing_number', 'account_number_sealed', 'holder_name'])
    .executeTakeFirst();
  if (!row?.account_number_sealed) return undefined;
  return {
    accountKind: row.account_kind,
    routingNumber: row.routing_number,
    accountNumber: vault.unseal(token, row.account_number_sealed),
    holderName: row.holder_name,
  };
}

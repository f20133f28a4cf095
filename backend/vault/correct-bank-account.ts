import { ending } from '#shared/ach/account-ending.ts';
import { transactionCodes } from '#shared/ach/codes/transaction-codes.ts';
import type { CorrectedData } from '#shared/ach/returned.ts';
import { bundledDirectory, nameBankAsTyped } from '#shared/ach/routing-directory.ts';
import type { BankAccountKind } from '#shared/billing/payment-method.ts';
import type { Database } from '../database/connect.ts';
import type { BankVault } from './bank-vault.ts';
import { type OpenedBankAccount, openBankAccount } from './open-bank-account.ts';

function kindOf(transactionCode: string | undefined): BankAccountKind | undefined {
  const account = transactionCode && transactionCodes.get(transactionCode)?.account;
  return account === 'checking' || account === 'savings' ? account : undefined;
}

/** The account as the notice wants it; undefined where it asks for nothing that is kept of an account. */
function correctedAccount(
  account: OpenedBankAccount,
  corrected: CorrectedData,
): OpenedBankAccount | undefined {
  const { accountNumber, routingNumber, transactionCode, receiverName } = corrected;
  const accountKind = kindOf(transactionCode);
  const isKnown = accountNumber || routingNumber || accountKind || receiverName;
  if (!isKnown || (transactionCode && !accountKind)) return undefined;
  return {
    accountKind: accountKind ?? account.accountKind,
    accountNumber: accountNumber ?? account.accountNumber,
    routingNumber: routingNumber ?? account.routingNumber,
    holderName: receiverName ?? account.holderName,
  };
}

/**
 * Applies a notice of change to a bank account, under every token that stands for it, so that the next
 * entry on any of them is right. False where the vault has no such token, or nothing of it is to change.
 */
export async function correctBankAccount(
  db: Database,
  vault: BankVault,
  token: string,
  corrected: CorrectedData,
): Promise<boolean> {
  const account = await openBankAccount(db, vault, token);
  const wanted = account && correctedAccount(account, corrected);
  if (!wanted) return false;
  const { routingNumber, accountNumber } = wanted;
  const named = nameBankAsTyped(routingNumber, bundledDirectory);
  const { fingerprint } = await db
    .selectFrom('bank_account')
    .where('token', '=', token)
    .select('fingerprint')
    .executeTakeFirstOrThrow();
  const same = await db
    .selectFrom('bank_account')
    .where('fingerprint', '=', fingerprint)
    .where('erased_at', 'is', null)
    .select('token')
    .orderBy('token')
    .execute();
  for (const each of same) {
    await db
      .updateTable('bank_account')
      .where('token', '=', each.token)
      .set({
        account_kind: wanted.accountKind,
        routing_number: routingNumber,
        account_number_sealed: vault.seal(each.token, accountNumber),
        last4: ending(accountNumber),
        holder_name: wanted.holderName,
        fingerprint: vault.fingerprint(routingNumber, accountNumber),
        ...(named.state === 'named' && { bank_name: named.bank.name }),
      })
      .execute();
  }
  return true;
}

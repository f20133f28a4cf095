import type { BankVault } from '../vault/bank-vault.ts';
import { correctBankAccount } from '../vault/correct-bank-account.ts';
import type { BankAccounts, OpenedAccount } from './ach-parts.ts';

/** The accounts of the backend's own vault. */
export function vaultAccounts(vault: BankVault): BankAccounts {
  return {
    async open(db, tokens) {
      if (tokens.length === 0) return new Map();
      const kept = await db
        .selectFrom('bank_account')
        .where('token', 'in', tokens)
        .select([
          'token',
          'account_kind',
          'routing_number',
          'account_number_sealed',
          'holder_name',
          'fingerprint',
        ])
        .execute();
      const accounts = new Map<string, OpenedAccount>();
      for (const { token, account_number_sealed: sealed, ...row } of kept) {
        // Removed by its holder, or erased: what is still to be sent to it waits for somebody to decide.
        if (sealed === null) continue;
        accounts.set(token, {
          accountKind: row.account_kind,
          routingNumber: row.routing_number,
          accountNumber: vault.unseal(token, sealed),
          holderName: row.holder_name,
          fingerprint: row.fingerprint,
        });
      }
      return accounts;
    },
    correct: (db, token, corrected) => correctBankAccount(db, vault, token, corrected),
  };
}

import type { BankVault } from '../vault/bank-vault.ts';
import { correctBankAccount } from '../vault/correct-bank-account.ts';
import type { BankAccounts } from './ach-parts.ts';

/** The accounts of the backend's own vault. */
export function vaultAccounts(vault: BankVault): BankAccounts {
  return {
    async open(db, tokens) {
      if (tokens.length === 0) return new Map();
      const rows = await db
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
      return new Map(
        rows.flatMap(({ token, account_number_sealed: sealed, ...row }) => {
          if (!sealed) return [];
          const account = {
            accountKind: row.account_kind,
            routingNumber: row.routing_number,
            accountNumber: vault.unseal(token, sealed),
            holderName: row.holder_name,
            fingerprint: row.fingerprint,
          };
          return [[token, account]];
        }),
      );
    },
    correct: (db, token, corrected) => correctBankAccount(db, vault, token, corrected),
  };
}

import { stopAfterReturn } from '../authorisations/stop-after-return.ts';
import type { Database } from '../database/connect.ts';
import { refundCredits } from '../refunds/credit-source.ts';
import { sandboxBank } from '../sandbox/bank/sandbox-bank.ts';
import { bankVault } from '../vault/bank-vault.ts';
import type { VaultKey } from '../vault/key-ring.ts';
import type { AchParts } from './ach-parts.ts';
import { sealWith } from './seal.ts';
import { vaultAccounts } from './vault-accounts.ts';

/** The parts of the sandbox: its own vault and the sandbox bank, all sealed under the one secret. */
export function sandboxAch(given: {
  readonly db: Database;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly vaultKey: string;
  readonly laterVaultKeys?: readonly VaultKey[] | undefined;
}): AchParts {
  const { db, clock, vaultKey, laterVaultKeys } = given;
  return {
    db,
    clock,
    bank: sandboxBank({ db, clock, seal: sealWith(vaultKey, 'sandbox bank') }),
    accounts: vaultAccounts(bankVault(vaultKey, laterVaultKeys)),
    seal: sealWith(vaultKey, 'ach files', laterVaultKeys),
    credits: refundCredits,
    stopAutopay: stopAfterReturn,
  };
}

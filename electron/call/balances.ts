import type { Balance } from '#shared/billing/balance.ts';
import type { Verification } from '#shared/contract/verifications.ts';
import type { GuarantorId } from '#shared/identifiers/guarantor-id.ts';
import type { UserClient } from '../session/as-user.ts';

/** Where the last answer of the backend is kept for when it cannot be reached; `cache.db` in the desk. */
export interface BalanceShelf {
  keep(balance: Balance): void;
  kept(guarantorId: GuarantorId): Balance | undefined;
}

export interface Balances {
  /** Reads from the backend and keeps the answer; refuses when the backend cannot be reached. */
  read(verification: Verification): Promise<Balance>;
  kept(guarantorId: GuarantorId): Balance | undefined;
}

/** Balances as the backend tells them, each answer kept with its age. */
export function createBalances(backend: UserClient, shelf: BalanceShelf): Balances {
  return {
    async read({ verificationId }) {
      const balance = await backend.ask('balance', { params: { verificationId } });
      shelf.keep(balance);
      return balance;
    },
    kept: guarantorId => shelf.kept(guarantorId),
  };
}

import type { BankAccountKind } from '#shared/billing/payment-method.ts';
import type { Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { refuseBlocked } from './refuse-blocked.ts';

/** What an authorisation for more than one payment may know of the account it debits. */
export interface StandingAccount {
  readonly accountKind: BankAccountKind;
  readonly bankName: string;
  readonly last4: string;
  readonly fingerprint: string;
}

/**
 * Spends a captured account on an authorisation (its id is `usedBy`): its token opens the account from now on,
 * for as long as the authorisation stands, and pays nothing by itself any more. Undefined for a token that is
 * none, is spent or old, or was captured at another desk. An account a bank sent back for good is refused.
 */
export async function keepStandingAccount(
  trx: Database,
  token: string,
  { usedBy, workstationId, now }: { usedBy: string; workstationId: string; now: Instant },
): Promise<StandingAccount | undefined> {
  const row = await trx
    .updateTable('bank_account')
    .set({ standing: true, used_by: usedBy })
    .where('token', '=', token)
    .where('workstation_id', '=', workstationId)
    .where('used_by', 'is', null)
    .where('expires_at', '>', now)
    .returning(['account_kind', 'bank_name', 'last4', 'fingerprint'])
    .executeTakeFirst();
  if (!row) return undefined;
  await refuseBlocked(trx, row.fingerprint);
  const { account_kind: accountKind, bank_name: bankName, last4, fingerprint } = row;
  return { accountKind, bankName, last4, fingerprint };
}

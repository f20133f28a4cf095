import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';

/** Refuses an account that a bank sent back as one that may not be debited, under whatever token. */
export async function refuseBlocked(db: Database, fingerprint: string): Promise<void> {
  const blocked = await db
    .selectFrom('blocked_bank_account')
    .where('fingerprint', '=', fingerprint)
    .select('fingerprint')
    .executeTakeFirst();
  if (blocked) throw new Refused('bank_account_blocked');
}

import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** Refuses whoever is no supervisor of their regions any more: both may be taken away between question and decision. */
export async function refuseFormerSupervisor(trx: Database, { user }: Person): Promise<void> {
  const { rows } = await sql`
    SELECT FROM user_account
    WHERE user_id = ${user.userId} AND role = 'supervisor' AND regions @> ${user.regions}::text[] FOR SHARE`.execute(
    trx,
  );
  if (rows.length === 0) throw new Refused('not_allowed');
}

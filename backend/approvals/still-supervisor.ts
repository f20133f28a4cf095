import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** Refuses whoever is no supervisor any more: a role may be taken away between the question and the decision. */
export async function refuseFormerSupervisor(trx: Database, { user }: Person): Promise<void> {
  const { rows } = await sql`
    SELECT FROM user_account WHERE user_id = ${user.userId} AND role = 'supervisor' FOR SHARE`.execute(
    trx,
  );
  if (rows.length === 0) throw new Refused('not_allowed');
}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { RunDay } from '../runs/run-step.ts';
import type { CountedCharge } from './charges.ts';

/** Orders the written notice of charges: one letter for each account, which leaves with the day's letters. */
export async function orderNotices(
  trx: Database,
  guarantorId: string,
  charges: readonly CountedCharge[],
  { today, now }: RunDay,
): Promise<void> {
  for (const accountId of new Set(charges.map(each => each.accountId))) {
    const some = charges.filter(each => each.accountId === accountId);
    const noticeId = randomUUID();
    await sql`
      INSERT INTO collections_notice (notice_id, account_id, guarantor_id, run_on, ordered_at)
      VALUES (${noticeId}, ${accountId}, ${guarantorId}, ${today}, ${now})`.execute(trx);
    await sql`
      INSERT INTO collections_notice_charge (notice_id, charge_id)
      SELECT ${noticeId}::uuid, unnest(${some.map(each => each.chargeId)}::uuid[])`.execute(trx);
    await sql`
      INSERT INTO letter (guarantor_id, kind, collections_notice_id, asked_at, claimed_until)
      VALUES (${guarantorId}, 'collections', ${noticeId}, ${now}, ${now})`.execute(trx);
  }
}

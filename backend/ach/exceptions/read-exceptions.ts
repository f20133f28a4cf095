import { sql } from 'kysely';
import { AchException } from '#shared/contract/ach-exceptions.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';

/**
 * What nobody has resolved yet in these regions, the oldest first, with how a representative stands to it; a
 * refused file and a company's rate of returns are everybody's. Only this one, where an id is given.
 */
export async function achExceptions(
  db: Database,
  regions: readonly RegionCode[],
  only: string | null = null,
): Promise<AchException[]> {
  const { rows } = await sql`
    SELECT exception_id AS id, kind, code, reason, to_do AS "toDo", ach_exception.opened_at AS "openedAt",
      CASE WHEN payment.key IS NOT NULL THEN jsonb_build_object('key', payment.key, 'guarantorId',
        guarantor.guarantor_id, 'guarantorName', full_name, 'method', payment_method(payment), 'amountCents',
        payment.amount_cents, 'takenAt', to_char(payment.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'confirmation', confirmation, 'takenByName', taker.name) END AS payment,
      (SELECT retry_on FROM ach_retry WHERE returned_key = ach_exception.payment_key AND state = 'waiting') AS "retryOn",
      CASE WHEN follow_up.exception_id IS NOT NULL THEN jsonb_build_object('takenByName', caller.name,
        'doneByName', doer.name, 'outcome', outcome, 'note', note) END AS "followUp"
    FROM ach_exception LEFT JOIN guarantor USING (guarantor_id) LEFT JOIN payment ON payment.key = ach_exception.payment_key
      LEFT JOIN user_account AS taker ON taker.user_id = payment.taken_by
      LEFT JOIN ach_follow_up AS follow_up USING (exception_id)
      LEFT JOIN user_account AS caller ON caller.user_id = follow_up.taken_by
      LEFT JOIN user_account AS doer ON doer.user_id = follow_up.done_by
    WHERE resolved_at IS NULL AND (${only}::uuid IS NULL OR exception_id = ${only}) AND (guarantor.guarantor_id IS NULL OR region = ANY (${regions}))
    ORDER BY ach_exception.opened_at, exception_id`.execute(db);
  return rows.map(row => AchException.parse(row));
}

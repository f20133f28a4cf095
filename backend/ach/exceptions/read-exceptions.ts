import { sql } from 'kysely';
import { AchException } from '#shared/contract/ach-exceptions.ts';
import { MOST_EXCEPTIONS } from '#shared/contract/exceptions.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';

/** What nobody has resolved yet in these regions, the oldest first; a refused file is everybody's. */
export async function achExceptions(
  db: Database,
  regions: readonly RegionCode[],
): Promise<AchException[]> {
  const { rows } = await sql`
    SELECT exception_id AS id, kind, code, reason, to_do AS "toDo", opened_at AS "openedAt",
      CASE WHEN payment.key IS NOT NULL THEN jsonb_build_object('key', payment.key, 'guarantorId',
        guarantor.guarantor_id, 'guarantorName', full_name, 'method', payment_method(payment), 'amountCents',
        payment.amount_cents, 'takenAt', to_char(taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'confirmation', confirmation, 'takenByName', taker.name) END AS payment
    FROM ach_exception LEFT JOIN guarantor USING (guarantor_id) LEFT JOIN payment ON payment.key = payment_key
      LEFT JOIN user_account AS taker ON taker.user_id = taken_by
    WHERE resolved_at IS NULL AND (guarantor.guarantor_id IS NULL OR region = ANY (${regions}))
    ORDER BY opened_at, exception_id LIMIT ${MOST_EXCEPTIONS}`.execute(db);
  return rows.map(row => AchException.parse(row));
}

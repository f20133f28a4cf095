import { sql } from 'kysely';
import type { Instant } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';

/**
 * By how many cents the accounts of a region that anything was entered on since a moment differ from the
 * lines of their charges.
 */
export async function touchedDifference(
  db: Database,
  region: string,
  since: Instant,
): Promise<number> {
  const { rows } = await sql<{ cents: number }>`
    SELECT coalesce(sum(abs(balance_cents - lines.cents)), 0)::bigint AS cents
    FROM (
      SELECT DISTINCT account_id FROM ledger_entry JOIN ledger_line USING (entry_id)
        JOIN guarantor USING (guarantor_id)
      WHERE entered_at >= ${since} AND guarantor.region = ${region}
    ) AS touched JOIN account USING (account_id) CROSS JOIN LATERAL (
      SELECT coalesce(sum(debit_cents - credit_cents), 0) AS cents
      FROM charge JOIN ledger_line USING (charge_id)
      WHERE charge.account_id = account.account_id
        AND ledger_account IN ('medical_receivable', 'premium_receivable')
    ) AS lines`.execute(db);
  return rows[0]?.cents ?? 0;
}

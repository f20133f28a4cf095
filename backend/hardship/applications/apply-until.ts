import { sql } from 'kysely';
import { applyUntil } from '#shared/assistance/application-clock.ts';
import type { AssistancePolicy } from '#shared/assistance/policy.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Database } from '../../database/connect.ts';

/**
 * The last day on which help may be applied for, counted from the first bill of the newest care that is open
 * (26 CFR 1.501(r)-1(b)(3): each care has days of its own). Null while care is open that was not billed yet, or none is.
 */
export async function applyUntilOf(
  db: Database,
  guarantorId: string,
  policy: AssistancePolicy,
): Promise<CalendarDate | null> {
  const { rows } = await sql<{ newest: CalendarDate | null; unbilled: boolean }>`
    SELECT max(issued_on) AS newest, coalesce(bool_or(charge.statement_number IS NULL), false) AS unbilled
    FROM charge JOIN account USING (account_id) LEFT JOIN statement USING (statement_number)
    WHERE account.guarantor_id = ${guarantorId} AND ledger = 'medical' AND open_cents > 0
      AND kind NOT IN ('late_fee', 'finance_charge')`.execute(db);
  const [found] = rows;
  return found?.newest && !found.unbilled ? applyUntil(policy, found.newest) : null;
}

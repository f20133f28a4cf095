import { sql } from 'kysely';
import type { Direction } from '#shared/ach/codes/transaction-codes.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { Database } from '../../database/connect.ts';

/** An entry as it was sent, by which what comes back is known. */
export interface SentEntry {
  readonly file_id: string;
  readonly trace: string;
  readonly payment_key: string | null;
  readonly refund_id: string | null;
  readonly guarantor_id: string;
  readonly direction: Direction;
  readonly company_id: string;
  readonly amount_cents: Cents;
  readonly rdfi: string;
  readonly bank_token: string;
  readonly settles_on: CalendarDate;
  readonly return_code: string | null;
}

/**
 * Locks everything that answers of the bank may change, in the order of ARCHITECTURE.md: what stands of these accounts,
 * the payments, what they paid. Two files about the same people never wait for each other, nor a file and a run.
 */
async function lockBehind(trx: Database, traces: readonly string[]): Promise<void> {
  const keys = sql`SELECT coalesce(ach_entry.payment_key, refund.payment_key) FROM ach_entry
    LEFT JOIN refund ON refund_key = refund_id WHERE trace = ANY (${traces})`;
  await sql`
    SELECT FROM authorisation WHERE authorisation_id IN (
      SELECT authorisation_id FROM scheduled_attempt WHERE payment_key IN (${keys})
      UNION SELECT authorisation_id FROM authorisation JOIN stored_method USING (method_id)
        JOIN payment ON bank_fingerprint = fingerprint WHERE key IN (${keys}) AND stored_method.kind = 'ach')
    ORDER BY authorisation_id FOR UPDATE`.execute(trx);
  await sql`SELECT FROM payment WHERE key IN (${keys}) ORDER BY key FOR NO KEY UPDATE`.execute(trx);
  await sql`
    SELECT FROM account WHERE guarantor_id IN (SELECT guarantor_id FROM payment WHERE key IN (${keys}))
    ORDER BY account_id FOR UPDATE`.execute(trx);
}

/** The newest entry of each trace number; what it is about is locked until the transaction ends. */
export async function sentEntries(
  trx: Database,
  traces: readonly string[],
): Promise<ReadonlyMap<string, SentEntry>> {
  await lockBehind(trx, traces);
  const { rows } = await sql<SentEntry>`
    SELECT DISTINCT ON (trace) ach_entry.* FROM ach_entry JOIN ach_file USING (file_id)
    WHERE trace = ANY (${traces}) ORDER BY trace, written_at DESC`.execute(trx);
  return new Map(rows.map(row => [row.trace, row]));
}

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

/** The newest entry of each trace number; its payment is locked until the transaction ends. */
export async function sentEntries(
  trx: Database,
  traces: readonly string[],
): Promise<ReadonlyMap<string, SentEntry>> {
  await sql`
    SELECT FROM payment WHERE key IN (SELECT payment_key FROM ach_entry WHERE trace = ANY (${traces}))
    ORDER BY key FOR UPDATE`.execute(trx);
  const { rows } = await sql<SentEntry>`
    SELECT DISTINCT ON (trace) ach_entry.* FROM ach_entry JOIN ach_file USING (file_id)
    WHERE trace = ANY (${traces}) ORDER BY trace, written_at DESC`.execute(trx);
  return new Map(rows.map(row => [row.trace, row]));
}

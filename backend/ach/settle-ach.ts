import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { type LedgerPart, linesOf } from '#shared/ledger/events.ts';
import type { Database } from '../database/connect.ts';
import type { AchParts } from './ach-parts.ts';

/** So many at once that a transaction stays short. */
const AT_ONCE = 100;

interface Due {
  readonly key: string;
  readonly parts: LedgerPart[];
}

async function settleSome(trx: Database, today: CalendarDate, now: number): Promise<number> {
  const { rows } = await sql<Due>`
    SELECT key, payment_parts(key) AS parts FROM payment JOIN ach_entry ON payment_key = key JOIN ach_file USING (file_id)
    WHERE state = 'originated' AND settles_on <= ${today} AND returned_at IS NULL AND handed_over_at IS NOT NULL
    ORDER BY settles_on, key LIMIT ${AT_ONCE} FOR UPDATE OF payment SKIP LOCKED`.execute(trx);
  for (const { key, parts } of rows) {
    const lines = JSON.stringify(linesOf('ach_payment_settled', parts));
    await sql`
      UPDATE payment SET state = 'settled', state_at = ${instantOf(now)},
        state_why = 'its day of settlement came and the bank sent nothing back'
      WHERE key = ${key}`.execute(trx);
    await sql`SELECT enter_settlement(${key}, 'ach_payment_settled', ${uuidv7()}, ${lines}, ${instantOf(now)})`.execute(
      trx,
    );
  }
  return rows.length;
}

/**
 * Settles the debits whose day has come and that did not come back. May be killed anywhere, started again,
 * and started by several servers at once.
 */
export async function settleAch(
  { db, clock }: Pick<AchParts, 'db' | 'clock'>,
  { today }: { readonly today: CalendarDate },
): Promise<{ settled: number }> {
  let settled = 0;
  for (;;) {
    const some = await db.transaction().execute(trx => settleSome(trx, today, clock()));
    settled += some;
    if (some === 0) return { settled };
  }
}

import { sql } from 'kysely';
import type { LedgerEvent } from '#shared/ledger/events.ts';
import type { DayItem } from '#shared/reconciliation/day.ts';
import type { Stage } from '#shared/reconciliation/stages.ts';
import type { Database } from '../database/connect.ts';
import { countsIn, type ItemQuery, type RegionDay, takenHere } from './day.ts';

/** Which events move money, and at which stage. The rest bill, adjust or apply what is here already. */
const stages: Partial<Readonly<Record<LedgerEvent, Stage>>> = {
  card_payment_approved: 'taken',
  ach_payment_approved: 'taken',
  payment_received: 'taken',
  card_payment_voided: 'voided',
  ach_payment_voided: 'voided',
  card_payment_settled: 'settled',
  ach_payment_settled: 'settled',
  ach_returned_unsettled: 'returned',
  ach_returned_settled: 'returned',
  card_payment_refunded: 'refunded',
  ach_payment_refunded: 'refunded',
  received_payment_refunded: 'refunded',
};

/**
 * What the ledger's lines say of a day. Nothing is entered when a payment posts or goes to the bank: its lines were
 * written when it was taken, and have to be there.
 */
export function booksQuery(day: RegionDay): ItemQuery {
  const named = sql.join(Object.entries(stages).map(([event, stage]) => sql`(${event}, ${stage})`));
  return sql<DayItem>`
    WITH entered AS MATERIALIZED (
      SELECT entry_id, payment_key, named.stage
      FROM ledger_entry AS entry JOIN (VALUES ${named}) AS named (event, stage) ON named.event = entry.event
      WHERE ${countsIn('entry.entered_at', day)} AND payment_key IS NOT NULL
    ), moved AS MATERIALIZED (
      SELECT payment_key FROM payment_state_change AS move
      WHERE ${countsIn('move.at', day)} AND to_state IN ('posted', 'originated')
    ), of_the_day AS (
      SELECT * FROM entered
      UNION ALL
      SELECT entry_id, payment_key, 'posted' FROM moved JOIN ledger_entry AS entry USING (payment_key)
      WHERE entry.event IN ('card_payment_approved', 'ach_payment_approved')
    )
    SELECT stage, payment.method_kind AS method, payment.key::text AS ref, sum(debit_cents)::bigint AS "amountCents",
      NULL AS batch
    FROM of_the_day JOIN payment ON payment.key = payment_key JOIN guarantor USING (guarantor_id)
      JOIN ledger_line USING (entry_id)
    WHERE region = ${day.region} AND ${takenHere}
    GROUP BY stage, payment.key`;
}

export async function readBooks(db: Database, day: RegionDay): Promise<DayItem[]> {
  return (await booksQuery(day).execute(db)).rows;
}

import { sql } from 'kysely';
import type { LedgerEvent } from '#shared/ledger/events.ts';
import type { Database } from '../database/connect.ts';
import type { RunKey } from './claim.ts';
import type { RunResult } from './run-step.ts';

/** Notes in a step's own transaction which payments it has moved on; fails where its kind did so before. */
export async function notePayments(
  trx: Database,
  { kind, region, today }: RunKey,
  keys: readonly string[],
): Promise<void> {
  await sql`
    INSERT INTO run_payment (payment_key, kind, region, business_on)
    SELECT unnest(${keys}::uuid[]), ${kind}, ${region}, ${today}::date`.execute(trx);
}

/**
 * What a run did to payments, out of `run_payment`, held against the lines that an event wrote for them.
 * The seeded past has no such lines.
 */
export async function countedPayments(
  db: Database,
  { kind, region, today }: RunKey,
  event: LedgerEvent,
): Promise<RunResult> {
  const { rows } = await sql<Required<RunResult>>`
    SELECT count(*)::int AS done, coalesce(sum(amount_cents), 0)::bigint AS cents,
      coalesce(sum(abs(amount_cents - lines.cents)) FILTER (WHERE source <> 'seeded'), 0)::bigint AS "differenceCents"
    FROM run_payment JOIN payment ON key = payment_key CROSS JOIN LATERAL (
      SELECT coalesce(sum(debit_cents), 0) AS cents FROM ledger_entry JOIN ledger_line USING (entry_id)
      WHERE ledger_entry.payment_key = key AND event = ${event}) AS lines
    WHERE business_on = ${today} AND region = ${region} AND kind = ${kind}`.execute(db);
  return rows[0] ?? { done: 0, cents: 0 };
}

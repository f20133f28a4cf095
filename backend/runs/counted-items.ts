import { sql } from 'kysely';
import type { Cents } from '#shared/money/cents.ts';
import type { Database } from '../database/connect.ts';
import type { RunKey } from './claim.ts';
import type { RunResult } from './run-step.ts';

/** Something a run dealt with, and what it is for. */
export interface RunItem {
  readonly id: string;
  readonly cents: Cents;
}

/** Notes in the work's own transaction what a run has dealt with; what it did before counts once. */
export async function noteItems(
  trx: Database,
  { kind, region, today }: RunKey,
  items: readonly RunItem[],
): Promise<void> {
  if (items.length === 0) return;
  await sql`
    INSERT INTO run_item (business_on, region, kind, item_id, amount_cents)
    SELECT ${today}::date, ${region}, ${kind}, id, cents
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS item (id uuid, cents bigint)
    ON CONFLICT DO NOTHING`.execute(trx);
}

/** All that a run has dealt with, whoever began it. */
export async function countedItems(
  db: Database,
  { kind, region, today }: RunKey,
): Promise<RunResult> {
  const { rows } = await sql<RunResult>`
    SELECT count(*)::int AS done, coalesce(sum(amount_cents), 0)::bigint AS cents FROM run_item
    WHERE business_on = ${today} AND region = ${region} AND kind = ${kind}`.execute(db);
  return rows[0] ?? { done: 0, cents: 0 };
}

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '#shared/audit/canonical-json.ts';
import type { DayBooks, DayItem, DaySum, ReconciledRow } from '#shared/reconciliation/day.ts';
import { reconcile } from '#shared/reconciliation/reconcile.ts';
import type { Database } from '../database/connect.ts';
import { readBooks } from './books.ts';
import type { RegionDay } from './day.ts';
import { readOurs } from './ours.ts';
import { readBank } from './theirs.ts';

/** A day as it is now. */
export interface Weighed {
  readonly rows: readonly ReconciledRow[];
  readonly open: DaySum;
  /** SHA-256 of both, by which somebody says what they saw. */
  readonly seen: string;
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Payments taken by the end of a day of which nobody knows what became. */
async function openOutcomes(db: Database, { region, until }: RegionDay): Promise<DaySum> {
  const { rows } = await sql<DaySum>`
    SELECT count(*)::int AS count, coalesce(sum(amount_cents), 0)::bigint AS cents
    FROM payment JOIN guarantor USING (guarantor_id)
    WHERE payment.state IN ('sent', 'unknown') AND taken_at < ${until} AND region = ${region}`.execute(
    db,
  );
  return rows[0] as DaySum;
}

/** What each says of a day, read by itself; of the processor as it was asked. */
export async function booksOf(
  db: Database,
  day: RegionDay,
  processor: readonly DayItem[],
): Promise<DayBooks> {
  const ours = await readOurs(db, day);
  const bank = await readBank(db, day);
  return { ours, theirs: [...processor, ...bank], ledger: await readBooks(db, day) };
}

/** Holds what this database and the processor say of a day against each other. */
export async function weigh(
  db: Database,
  day: RegionDay,
  processor: readonly DayItem[],
): Promise<Weighed> {
  const rows = reconcile(await booksOf(db, day, processor));
  const open = await openOutcomes(db, day);
  return { rows, open, seen: sha256(canonicalJson({ rows: [...rows], open })) };
}

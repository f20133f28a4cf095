import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type CalendarDate, instantOf } from '#shared/calendar/dates.ts';
import { type LedgerPart, linesOf } from '#shared/ledger/events.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { noteItems } from '../runs/counted-items.ts';
import type { AchParts } from './ach-parts.ts';

/** The kind of the run under which is kept what was settled. */
export const ACH_SETTLEMENT = 'ach_settlement';

/** So many at once that a transaction stays short. */
const AT_ONCE = 100;

interface Settled {
  readonly id: string;
  readonly cents: Cents;
  readonly region: RegionCode;
}

/** Each counts for its own region's run of the day, whichever region's it is that settles it. */
async function noteSettled(trx: Database, today: CalendarDate, settled: readonly Settled[]) {
  for (const region of new Set(settled.map(each => each.region))) {
    const items = settled.filter(each => each.region === region);
    await noteItems(trx, { kind: ACH_SETTLEMENT, region, today }, items);
  }
}

interface Due extends Settled {
  readonly key: string;
  readonly parts: LedgerPart[];
}

async function settleSome(trx: Database, today: CalendarDate, now: number): Promise<number> {
  const { rows } = await sql<Due>`
    SELECT key, key AS id, payment.amount_cents AS cents, region, payment_parts(key) AS parts
    FROM payment JOIN ach_entry ON payment_key = key JOIN ach_file USING (file_id)
      JOIN guarantor ON guarantor.guarantor_id = payment.guarantor_id
    WHERE payment.state = 'originated' AND settles_on <= ${today} AND returned_at IS NULL AND handed_over_at IS NOT NULL
    ORDER BY settles_on, key LIMIT ${AT_ONCE} FOR NO KEY UPDATE OF payment SKIP LOCKED`.execute(
    trx,
  );
  if (rows.length === 0) return 0;
  const entries = rows.map(({ key, parts }) => ({
    key,
    entryId: uuidv7(),
    lines: linesOf('ach_payment_settled', parts),
  }));
  await sql`
    UPDATE payment SET state = 'settled', state_at = ${instantOf(now)},
      state_why = 'its day of settlement came and the bank sent nothing back'
    WHERE key = ANY (${rows.map(({ key }) => key)}::uuid[])`.execute(trx);
  await sql`SELECT enter_settlements('ach_payment_settled', ${JSON.stringify(entries)}, ${instantOf(now)})`.execute(
    trx,
  );
  await noteSettled(trx, today, rows);
  return rows.length;
}

/** Refunds are told one by one: what follows from each is its own transaction, and telling twice is harmless. */
async function settleCredits(
  { db, clock, credits }: Pick<AchParts, 'db' | 'clock' | 'credits'>,
  today: CalendarDate,
): Promise<number> {
  if (!credits) return 0;
  const { rows } = await sql<Settled>`
    SELECT refund_id AS id, amount_cents AS cents, region
    FROM ach_entry JOIN ach_file USING (file_id) JOIN guarantor USING (guarantor_id)
    WHERE refund_id IS NOT NULL AND settles_on <= ${today} AND returned_at IS NULL AND settled_at IS NULL
      AND handed_over_at IS NOT NULL ORDER BY settles_on, refund_id`.execute(db);
  for (const credit of rows) {
    await credits.settled(db, credit.id, clock());
    await db.transaction().execute(async trx => {
      await sql`UPDATE ach_entry SET settled_at = ${instantOf(clock())} WHERE refund_id = ${credit.id}`.execute(
        trx,
      );
      await noteSettled(trx, today, [credit]);
    });
  }
  return rows.length;
}

/**
 * Settles the debits and credits whose day has come and that did not come back. May be killed anywhere,
 * started again, and started by several servers at once.
 */
export async function settleAch(
  parts: Pick<AchParts, 'db' | 'clock' | 'credits'>,
  { today }: { readonly today: CalendarDate },
): Promise<{ settled: number; credits: number }> {
  const { db, clock } = parts;
  const credits = await settleCredits(parts, today);
  let settled = 0;
  for (;;) {
    const some = await db.transaction().execute(trx => settleSome(trx, today, clock()));
    settled += some;
    if (some === 0) return { settled, credits };
  }
}

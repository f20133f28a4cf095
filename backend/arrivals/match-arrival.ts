import { sql } from 'kysely';
import type { WhyUnmatched } from '#shared/billing/arrival.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { type Cents, noCents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { sayMovedBy } from '../payments/moved-by.ts';
import type { RunKey } from '../runs/claim.ts';
import { noteItems } from '../runs/counted-items.ts';
import { type Arrival, takeArrival } from './arrival.ts';
import { findPayee } from './match.ts';
import { payIn } from './pay-in.ts';

/** The kind of the run under which is kept what it matched. */
export const ARRIVALS = 'arrivals';

/** What became of an arrival; `creditCents` is what it brought beyond what was open. */
export type Matched =
  | {
      readonly matched: true;
      readonly amountCents: Cents;
      readonly expectedCents: Cents | null;
      readonly creditCents: Cents;
    }
  | { readonly matched: false; readonly amountCents: Cents; readonly why: WhyUnmatched };

async function keepWaiting(
  trx: Database,
  { arrivalId, amountCents }: Arrival,
  why: WhyUnmatched,
  guarantorId?: string,
): Promise<Matched> {
  await trx
    .updateTable('arrival')
    .set({ why, guarantor_id: guarantorId ?? null })
    .where('arrival_id', '=', arrivalId)
    .execute();
  return { matched: false, amountCents, why };
}

/**
 * Matches an arrival and pays it in, or writes why it waits: one transaction, so that a crash leaves it as
 * it was. Undefined when somebody has matched it meanwhile. Given a run, it is counted as that run's.
 */
export function matchArrival(
  db: Database,
  arrivalId: string,
  now: number,
  run?: RunKey,
): Promise<Matched | undefined> {
  return db.transaction().execute(async trx => {
    const arrival = await takeArrival(trx, arrivalId);
    if (!arrival) return undefined;
    const found = await findPayee(trx, arrival);
    if ('why' in found) return keepWaiting(trx, arrival, found.why, found.guarantorId);
    if (run) await sayMovedBy(trx, `run ${run.kind}`);
    const paid = await payIn(trx, arrival, found, now);
    if (!paid) return keepWaiting(trx, arrival, 'nothing_billed', found.guarantorId);
    const { amountCents } = arrival;
    if (run) await noteItems(trx, run, [{ id: arrivalId, cents: amountCents }]);
    const expectedCents = found.expected?.amountCents ?? null;
    return { matched: true, amountCents, expectedCents, creditCents: paid.creditCents };
  });
}

/** What a step of the daily runs is given: the region it is for, and its day. */
export interface RegionDay {
  readonly region: RegionCode;
  /** The date in the region's zone. */
  readonly today: CalendarDate;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Tries again what waits and names this region's guarantor, or nobody: what a call noted may reach the
 * backend after the money. Run again it changes nothing more.
 */
export async function matchWaiting(
  { db }: { readonly db: Database },
  { region, today, now }: RegionDay,
): Promise<{ done: number; cents: Cents }> {
  const { rows } = await sql<{ id: string }>`
    SELECT arrival_id AS id FROM arrival LEFT JOIN guarantor USING (guarantor_id)
    WHERE payment_key IS NULL AND (region IS NULL OR region = ${region})
    ORDER BY booked_on, arrival_id`.execute(db);
  let [done, total] = [0, noCents];
  for (const { id } of rows) {
    const outcome = await matchArrival(db, id, now, { kind: ARRIVALS, region, today });
    if (!outcome?.matched) continue;
    done += 1;
    total = (total + outcome.amountCents) as Cents;
  }
  return { done, cents: total };
}

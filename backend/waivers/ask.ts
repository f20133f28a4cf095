import { sql } from 'kysely';
import type { FeeWaiver } from '#shared/billing/fee-waiver.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { verifiedFor } from '../balance/verified-for.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { findWaiver } from './read.ts';

interface Wish {
  readonly waiverId: string;
  readonly chargeId: string;
  readonly reason: string;
  readonly verificationId: string;
}

/** What is open of a late fee of this guarantor. */
async function openOfFee(db: Database, chargeId: string, guarantorId: string): Promise<number> {
  const { rows } = await sql<{ kind: string; cents: number }>`
    SELECT kind, open_cents AS cents FROM charge
    WHERE charge_id = ${chargeId} AND guarantor_id = ${guarantorId}`.execute(db);
  const [charge] = rows;
  if (!charge) throw new Refused('not_found', { field: 'chargeId' });
  if (charge.kind !== 'late_fee') throw new Refused('not_a_late_fee', { field: 'chargeId' });
  if (charge.cents === 0) throw new Refused('nothing_to_waive');
  return charge.cents;
}

/** What was asked for under this id before, if it was the same; another is `key_reused`. */
async function askedBefore(db: Database, wish: Wish): Promise<FeeWaiver | undefined> {
  const kept = await findWaiver(db, wish.waiverId);
  if (!kept) return undefined;
  if (kept.chargeId !== wish.chargeId || kept.reason !== wish.reason) {
    throw new Refused('key_reused');
  }
  return kept;
}

/** Asks that what is open of a late fee be waived, once under its id; a fee has one open request. */
export async function askWaiver(
  db: Database,
  wish: Wish,
  person: Person,
  now: number,
): Promise<FeeWaiver> {
  const { waiverId, chargeId, reason, verificationId } = wish;
  const { guarantorId, callId } = await verifiedFor(db, person, verificationId, now);
  const earlier = await askedBefore(db, wish);
  if (earlier) return earlier;
  const openCents = await openOfFee(db, chargeId, guarantorId);
  await sql`
    INSERT INTO fee_waiver (waiver_id, charge_id, guarantor_id, amount_cents, reason, asked_at, asked_by,
      workstation_id, call_id)
    VALUES (${waiverId}, ${chargeId}, ${guarantorId}, ${openCents}, ${reason}, ${instantOf(now)},
      ${person.user.userId}, ${person.workstationId}, ${callId}) ON CONFLICT DO NOTHING`.execute(
    db,
  );
  const kept = await askedBefore(db, wish);
  if (!kept) throw new Refused('waiver_open');
  return kept;
}

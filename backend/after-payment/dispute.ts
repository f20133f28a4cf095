import { sql } from 'kysely';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { verifiedFor } from '../balance/verified-for.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

interface Wish {
  readonly disputeId: string;
  readonly chargeId: string;
  readonly reason: string;
  readonly verificationId: string;
}

interface Kept {
  readonly charge_id: string;
  readonly reason: string | null;
}

async function findDispute(db: Database, disputeId: string): Promise<Kept | undefined> {
  const { rows } =
    await sql<Kept>`SELECT charge_id, reason FROM dispute WHERE dispute_id = ${disputeId}`.execute(
      db,
    );
  return rows[0];
}

/** Where the charge is, if it is this guarantor's. */
async function regionOf(
  db: Database,
  { chargeId }: Wish,
  guarantorId: string,
): Promise<RegionCode> {
  const { rows } = await sql<{ region: RegionCode }>`
    SELECT region FROM charge JOIN guarantor USING (guarantor_id)
    WHERE charge_id = ${chargeId} AND guarantor_id = ${guarantorId}`.execute(db);
  if (!rows[0]) throw new Refused('not_found', { field: 'chargeId' });
  return rows[0].region;
}

/** Disputes a charge of the guarantor on the line, once under its id; a charge has one open dispute. */
export async function openDispute(
  db: Database,
  wish: Wish,
  person: Person,
  now: number,
): Promise<void> {
  const { disputeId, chargeId, reason, verificationId } = wish;
  const { guarantorId, callId } = await verifiedFor(db, person, verificationId, now);
  const today = dateIn(regions[await regionOf(db, wish, guarantorId)].timeZone, instantOf(now));
  await sql`
    INSERT INTO dispute (dispute_id, charge_id, guarantor_id, opened_on, reason, opened_by, call_id)
    VALUES (${disputeId}, ${chargeId}, ${guarantorId}, ${today}, ${reason}, ${person.user.userId}, ${callId})
    ON CONFLICT DO NOTHING`.execute(db);
  const kept = await findDispute(db, disputeId);
  if (!kept) throw new Refused('dispute_open');
  if (kept.charge_id !== chargeId || kept.reason !== reason) throw new Refused('key_reused');
}

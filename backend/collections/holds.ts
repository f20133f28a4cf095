import { sql } from 'kysely';
import type { HoldPeriod } from '#shared/collections/running-days.ts';
import type { Database } from '../database/connect.ts';

/** Days on which the clock of one charge stands still, or of all where `chargeId` is null. */
export interface ChargeHold extends HoldPeriod {
  readonly chargeId: string | null;
}

/**
 * What made or makes a guarantor's clocks stand still: open applications, disputes, promises that stand and plans
 * that are kept, by days of `timeZone`; the oldest first.
 */
export async function holdsOf(
  db: Database,
  guarantorId: string,
  timeZone: string,
): Promise<ChargeHold[]> {
  const { rows } = await sql<ChargeHold>`
    SELECT kind, charge_id AS "chargeId", from_on AS "from", until_on AS "until"
    FROM collections_holds(${guarantorId}, ${timeZone}) ORDER BY from_on, kind`.execute(db);
  return rows;
}

/** Those of the holds that stop the clock of a charge. */
export function holdsOfCharge(holds: readonly ChargeHold[], chargeId: string): HoldPeriod[] {
  return holds
    .filter(hold => hold.chargeId === null || hold.chargeId === chargeId)
    .map(({ kind, from, until }) => ({ kind, from, until }));
}

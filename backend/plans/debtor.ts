import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { StateCode } from '#shared/plans/states.ts';
import type { Database } from '../database/connect.ts';
import { openCare } from './open-charges.ts';
import { qualifies } from './qualifies.ts';
import type { Debtor } from './reckon.ts';

async function stateOf(db: Database, guarantorId: string): Promise<StateCode> {
  const { rows } = await sql<{ state: string }>`
    SELECT state FROM guarantor WHERE guarantor_id = ${guarantorId}`.execute(db);
  return StateCode.parse(rows[0]?.state);
}

/** What a guarantor's plan is reckoned from, as it is now. */
export async function readDebtor(
  db: Database,
  { guarantorId, today }: { readonly guarantorId: string; readonly today: CalendarDate },
): Promise<Debtor> {
  return {
    guarantorId,
    today,
    state: await stateOf(db, guarantorId),
    ...(await openCare(db, guarantorId)),
    qualifies: await qualifies(db, guarantorId, today),
  };
}

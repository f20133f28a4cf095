import { type CalendarDate, dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import { verifiedFor } from '../balance/verified-for.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';

/** On which call, for whom and by whom something is authorised. */
export interface About {
  readonly mrn: string;
  readonly guarantorId: string;
  readonly callId: string;
  readonly verificationId: string;
  readonly userId: string;
  readonly workstationId: string;
  /** Of the guarantor's region. */
  readonly timeZone: string;
  /** The date there. */
  readonly today: CalendarDate;
  readonly now: Instant;
}

/** Refuses `not_verified` unless the caller was verified as somebody who may hear and agree to everything. */
export async function aboutCall(
  db: Database,
  person: Person,
  verificationId: string,
  nowMs: number,
): Promise<About> {
  const { mrn, guarantorId, callId } = await verifiedFor(db, person, verificationId, nowMs);
  const now = instantOf(nowMs);
  const { region } = await db
    .selectFrom('guarantor')
    .select('region')
    .where('guarantor_id', '=', guarantorId)
    .executeTakeFirstOrThrow();
  const { timeZone } = regions[region];
  const today = dateIn(timeZone, now);
  const { userId } = person.user;
  const { workstationId } = person;
  const who = { mrn, guarantorId, callId, verificationId, userId, workstationId };
  return { ...who, timeZone, today, now };
}

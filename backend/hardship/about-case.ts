import { sql } from 'kysely';
import { type CalendarDate, dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { StateCode } from '#shared/plans/states.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** In which case, for whom and by whom something is done. */
export interface AboutCase {
  readonly caseId: string;
  readonly guarantorId: string;
  readonly region: RegionCode;
  readonly state: StateCode;
  readonly userId: string;
  readonly workstationId: string;
  /** Of the guarantor's region. */
  readonly timeZone: string;
  /** The date there. */
  readonly today: CalendarDate;
  readonly now: Instant;
}

/**
 * An open case that this person has, locked until the transaction ends: two counselors never work on the same one.
 * `case_taken` says in `heldBy` who has it, `case_not_taken` that it has to be taken first.
 */
export async function ownCase(
  trx: Database,
  { user, workstationId }: Person,
  caseId: string,
  nowMs: number,
): Promise<AboutCase> {
  const { rows } = await sql<{
    guarantorId: string;
    region: RegionCode;
    state: string;
    owner: string | null;
    heldBy: string | null;
    isClosed: boolean;
  }>`
    SELECT guarantor.guarantor_id AS "guarantorId", region, state, owner, closed_at IS NOT NULL AS "isClosed",
      (SELECT name FROM user_account WHERE user_id = owner) AS "heldBy"
    FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${user.regions}) FOR UPDATE OF hardship_case`.execute(
    trx,
  );
  const [found] = rows;
  if (!found) throw new Refused('case_not_found');
  if (found.isClosed) throw new Refused('case_closed');
  if (found.owner === null) throw new Refused('case_not_taken');
  if (found.owner !== user.userId) {
    throw new Refused('case_taken', found.heldBy === null ? {} : { heldBy: found.heldBy });
  }
  const { guarantorId, region } = found;
  const { timeZone } = regions[region];
  const now = instantOf(nowMs);
  const today = dateIn(timeZone, now);
  const who = { caseId, guarantorId, region, userId: user.userId, workstationId };
  return { ...who, state: StateCode.parse(found.state), timeZone, today, now };
}

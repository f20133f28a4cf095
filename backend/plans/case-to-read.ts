import { sql } from 'kysely';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { StateCode } from '#shared/plans/states.ts';
import type { Database } from '../database/connect.ts';
import type { AboutCase } from '../hardship/about-case.ts';
import { noteSeen } from '../hardship/note-seen.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';

/** A case of a person's regions, whoever has it, to read what a plan is built from; kept as an access. */
export async function caseToRead(
  db: Database,
  person: Person,
  caseId: string,
  nowMs: number,
): Promise<AboutCase> {
  const { user, workstationId } = person;
  const { rows } = await sql<{ guarantorId: string; region: RegionCode; state: string }>`
    SELECT guarantor_id AS "guarantorId", region, state FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${user.regions})`.execute(db);
  const [found] = rows;
  if (!found) throw new Refused('case_not_found');
  await noteSeen(db, person, 'case_read', [found], nowMs);
  const { guarantorId, region } = found;
  const { timeZone } = regions[region];
  const now = instantOf(nowMs);
  const today = dateIn(timeZone, now);
  const who = { caseId, guarantorId, region, userId: user.userId, workstationId };
  return { ...who, state: StateCode.parse(found.state), timeZone, today, now };
}

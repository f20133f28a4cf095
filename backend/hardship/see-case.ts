import { sql } from 'kysely';
import { type CalendarDate, dateIn, instantOf } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { noteSeen } from './note-seen.ts';

/** Whose case is read, whoever has it and closed ones too; kept as an access to the record. */
export async function seeCase(
  db: Database,
  person: Person,
  caseId: string,
  nowMs: number,
): Promise<{ readonly guarantorId: string; readonly today: CalendarDate }> {
  const { rows } = await sql<{ guarantorId: string; region: RegionCode }>`
    SELECT guarantor_id AS "guarantorId", region FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE case_id = ${caseId} AND region = ANY (${person.user.regions})`.execute(db);
  const [found] = rows;
  if (!found) throw new Refused('case_not_found');
  await noteSeen(db, person, 'case_read', [found], nowMs);
  const { guarantorId, region } = found;
  return { guarantorId, today: dateIn(regions[region].timeZone, instantOf(nowMs)) };
}

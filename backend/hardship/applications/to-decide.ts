import { sql } from 'kysely';
import { type CalendarDate, dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { type ApplicationRow, lockApplication } from './locked-application.ts';

/** An application that somebody is about to decide, with where and when. */
export interface ToDecide {
  readonly application: ApplicationRow;
  readonly region: RegionCode;
  readonly today: CalendarDate;
  readonly now: Instant;
  /** 1 for the first decision, 2 for the one that answers an appeal. */
  readonly number: 1 | 2;
}

/** The case before its application, as everything that works in a case locks them. */
async function lockCase(trx: Database, applicationId: string, { user }: Person) {
  const { rows } = await sql<{ guarantorId: string; region: RegionCode }>`
    SELECT guarantor_id AS "guarantorId", region
    FROM assistance_application JOIN hardship_case USING (case_id, guarantor_id) JOIN guarantor USING (guarantor_id)
    WHERE application_id = ${applicationId} AND region = ANY (${user.regions}) FOR UPDATE OF hardship_case`.execute(
    trx,
  );
  const [found] = rows;
  if (!found) throw new Refused('application_not_found');
  return found;
}

async function deniedBy(trx: Database, applicationId: string): Promise<string | undefined> {
  const { rows } = await sql<{ by: string }>`
    SELECT decided_by AS by FROM assistance_determination WHERE application_id = ${applicationId}`.execute(
    trx,
  );
  return rows[0]?.by;
}

/** Who decided meanwhile, for the one who comes too late. */
async function alreadyDecided(trx: Database, applicationId: string): Promise<Refused> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM assistance_determination JOIN user_account ON user_id = decided_by
    WHERE application_id = ${applicationId} ORDER BY number DESC LIMIT 1`.execute(trx);
  return new Refused('application_decided', rows[0] ? { heldBy: rows[0].name } : {});
}

/**
 * An application that may be decided by this person, locked: refuses one that they entered, an appeal against their
 * own denial, one that is not complete, and one that was decided, withdrawn or expired meanwhile.
 */
export async function lockToDecide(
  trx: Database,
  applicationId: string,
  person: Person,
  nowMs: number,
): Promise<ToDecide> {
  const { guarantorId, region } = await lockCase(trx, applicationId, person);
  const application = await lockApplication(trx, applicationId, guarantorId);
  const { userId } = person.user;
  const { state, begunBy, submittedBy } = application;
  if (state === 'awarded' || state === 'denied') throw await alreadyDecided(trx, applicationId);
  if (userId === begunBy || userId === submittedBy) throw new Refused('own_application');
  if (state === 'withdrawn' || state === 'expired') throw new Refused('application_moved');
  const isAppeal = state === 'appealed';
  if (!isAppeal && state !== 'in_review') throw new Refused('application_not_in_review');
  if (isAppeal && (await deniedBy(trx, applicationId)) === userId) throw new Refused('own_denial');
  const now = instantOf(nowMs);
  const today = dateIn(regions[region].timeZone, now);
  return { application, region, today, now, number: isAppeal ? 2 : 1 };
}

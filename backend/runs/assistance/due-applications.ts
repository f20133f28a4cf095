import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { AssistanceDay } from './steps.ts';

/** An application that a run has to see to, with its award where it has one. */
export interface DueApplication {
  readonly applicationId: string;
  readonly guarantorId: string;
  readonly caseId: string;
  readonly determinationId: string | null;
  readonly percent: number | null;
  readonly validUntil: CalendarDate | null;
}

/** The applications of a region that something is to be done about, the largest award first. */
export async function dueApplications(
  { db, region }: AssistanceDay,
  which: RawBuilder<unknown>,
): Promise<DueApplication[]> {
  const { rows } = await sql<DueApplication>`
    SELECT application_id AS "applicationId", application.guarantor_id AS "guarantorId", case_id AS "caseId",
      determination_id AS "determinationId", percent, valid_until AS "validUntil"
    FROM assistance_application AS application JOIN guarantor USING (guarantor_id)
      LEFT JOIN assistance_determination AS decided USING (application_id)
    WHERE region = ${region} AND case_id IS NOT NULL AND (determination_id IS NULL OR outcome = 'awarded') AND ${which}
    ORDER BY percent DESC NULLS LAST, application_id`.execute(db);
  return rows;
}

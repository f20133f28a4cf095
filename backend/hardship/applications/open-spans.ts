import { sql } from 'kysely';
import { openApplicationStates } from '#shared/assistance/application-states.ts';
import type { HoldPeriod } from '#shared/collections/running-days.ts';
import type { Database } from '../../database/connect.ts';

/**
 * When an application of a guarantor was open, from the day it was handed in to the day it was decided, withdrawn or
 * expired, and again from appeal to decision: collections stand still on these days, both ends among them. Those of
 * before this desk are open for as long as their row says.
 */
export async function openApplicationSpan(
  db: Database,
  guarantorId: string,
): Promise<(HoldPeriod & { readonly applicationId: string })[]> {
  const { rows } = await sql<HoldPeriod & { readonly applicationId: string }>`
    SELECT 'application' AS kind, application_id AS "applicationId", happened_on AS from, until FROM (
      SELECT application_id, to_state, happened_on, change_id,
        lead(happened_on) OVER moves AS until, lag(to_state) OVER moves AS before
      FROM (
        SELECT change.*, to_state = ANY (${[...openApplicationStates]}::text[]) AS is_open,
          lag(to_state = ANY (${[...openApplicationStates]}::text[])) OVER (PARTITION BY application_id ORDER BY change_id) AS was_open
        FROM application_state_change AS change JOIN assistance_application USING (application_id)
        WHERE guarantor_id = ${guarantorId}
      ) AS moved WHERE is_open IS DISTINCT FROM was_open
      WINDOW moves AS (PARTITION BY application_id ORDER BY change_id)
    ) AS turned WHERE to_state = ANY (${[...openApplicationStates]}::text[])
    UNION ALL
    SELECT 'application', application_id, opened_on, closed_on FROM assistance_application
    WHERE guarantor_id = ${guarantorId} AND state IS NULL
    ORDER BY 3`.execute(db);
  return rows;
}

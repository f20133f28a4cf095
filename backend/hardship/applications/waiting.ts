import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import {
  APPLICATIONS_AT_ONCE,
  DecidedApplication,
  WaitingApplication,
} from '#shared/contract/application-decisions.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';

const whose = sql`application.application_id AS "applicationId", application.guarantor_id AS "guarantorId",
  full_name AS "guarantorName", region, case_id AS "caseId"`;

/** One more than a page has been asked for: whether something follows it. */
function pageOf<Row>(rows: readonly Row[]): {
  readonly page: Row[];
  readonly last: Row | undefined;
} {
  const page = rows.slice(0, APPLICATIONS_AT_ONCE);
  return { page, last: rows.length > page.length ? page.at(-1) : undefined };
}

/** Applications and appeals of a person's regions that wait for a decision, by the day it is due on. */
export async function waitingApplications(
  db: Database,
  { user }: Person,
  { afterDay, afterId }: { afterDay?: CalendarDate | undefined; afterId?: string | undefined },
) {
  const after =
    afterDay && afterId
      ? sql`AND (decide_by, application.application_id) > (${afterDay}::date, ${afterId}::uuid)`
      : sql``;
  const { rows } = await sql`
    SELECT ${whose}, application.state, submitted_on AS "submittedOn", submitted.name AS "submittedBy",
      CASE application.state WHEN 'appealed' THEN appealed_on ELSE complete_on END AS since, decide_by AS "decideBy",
      denial.name AS "deniedBy", CASE WHEN ${user.userId} IN (begun_by, submitted_by) THEN 'own_application'
        WHEN denial.decided_by = ${user.userId} THEN 'own_denial' END AS "mayNotDecide"
    FROM assistance_application AS application JOIN guarantor USING (guarantor_id)
      JOIN user_account AS submitted ON submitted.user_id = submitted_by
      LEFT JOIN LATERAL (SELECT decided_by, name FROM assistance_determination JOIN user_account ON user_id = decided_by
        WHERE assistance_determination.application_id = application.application_id) AS denial ON true
    WHERE application.state IN ('in_review', 'appealed') AND region = ANY (${user.regions}) ${after}
    ORDER BY decide_by, application.application_id LIMIT ${APPLICATIONS_AT_ONCE + 1}`.execute(db);
  const { page, last } = pageOf(rows.map(row => WaitingApplication.parse(row)));
  return {
    applications: page,
    next: last ? { afterDay: last.decideBy, afterId: last.applicationId } : null,
  };
}

/** What was decided in a person's regions, the newest first; only what the rule did not say, where asked for. */
export async function decidedApplications(
  db: Database,
  { user }: Person,
  {
    which,
    beforeAt,
    beforeId,
  }: { which: 'all' | 'overrides'; beforeAt?: string | undefined; beforeId?: string | undefined },
) {
  const before =
    beforeAt && beforeId
      ? sql`AND (decided_at, determination_id) < (${beforeAt}::timestamptz, ${beforeId}::uuid)`
      : sql``;
  const over = which === 'overrides' ? sql`AND percent IS DISTINCT FROM proposed_percent` : sql``;
  const { rows } = await sql`
    SELECT ${whose}, determination_id AS "determinationId", outcome, percent, proposed_percent AS "proposedPercent",
      reason, decided_on AS "decidedOn", decided_at AS "decidedAt", name AS by, number = 2 AS "isAppeal"
    FROM assistance_determination JOIN assistance_application AS application USING (application_id)
      JOIN guarantor USING (guarantor_id) JOIN user_account ON user_id = decided_by
    WHERE region = ANY (${user.regions}) ${over} ${before}
    ORDER BY decided_at DESC, determination_id DESC LIMIT ${APPLICATIONS_AT_ONCE + 1}`.execute(db);
  const { page, last } = pageOf(rows.map(row => DecidedApplication.parse(row)));
  return {
    applications: page,
    next: last ? { beforeAt: last.decidedAt, beforeId: last.determinationId } : null,
  };
}

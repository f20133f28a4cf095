import { type RawBuilder, sql } from 'kysely';
import { AssistanceApplication, type Determination } from '#shared/assistance/application.ts';
import { awardedCents } from '#shared/assistance/award.ts';
import { assistancePolicy } from '#shared/assistance/policy.ts';
import { proposalFor } from '#shared/assistance/proposal.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { cents } from '#shared/money/cents.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { Database } from '../../database/connect.ts';
import type { Person } from '../../http/caller.ts';
import { Refused } from '../../http/refused.ts';
import { applyUntilOf } from './apply-until.ts';
import { reachedCharges } from './reached-charges.ts';

const instant = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** How it was seen, of a requirement. */
export const seenDocument = sql`CASE WHEN seen_how IS NOT NULL THEN
  jsonb_build_object('how', seen_how, 'what', seen_what, 'by', seen_by) END`;

const requirements = sql`(
  SELECT coalesce(json_agg(json_build_object('kind', kind, 'state', state, 'settledOn', settled_on, 'why', why, 'seen', ${seenDocument})
    ORDER BY array_position(ARRAY['identity', 'income', 'address', 'medical_expenses'], kind)), '[]')
  FROM application_requirement AS asked WHERE asked.application_id = application.application_id)`;

const lines = sql`(
  SELECT coalesce(json_agg(json_build_object('chargeId', charge_id, 'description', description, 'servicedOn', serviced_on,
    'openCents', line.open_cents, 'awardedCents', amount_cents) ORDER BY serviced_on, charge_id), '[]')
  FROM assistance_award_line AS line JOIN charge USING (charge_id)
  WHERE line.determination_id = decided.determination_id)`;

const determinations = sql`(
  SELECT coalesce(json_agg(json_build_object('determinationId', determination_id, 'outcome', outcome, 'percent', percent,
    'proposedPercent', proposed_percent, 'reason', reason, 'decidedOn', decided_on, 'decidedAt', ${instant('decided_at')},
    'by', name, 'decidedBy', decided_by, 'validUntil', valid_until, 'appealUntil', appeal_until, 'lines', ${lines})
    ORDER BY number), '[]')
  FROM assistance_determination AS decided JOIN user_account ON user_id = decided_by
  WHERE decided.application_id = application.application_id)`;

type Row = Omit<
  AssistanceApplication,
  'proposal' | 'reach' | 'applyUntil' | 'mayNotDecide' | 'determinations'
> & {
  readonly region: RegionCode;
  readonly begunById: string;
  readonly submittedById: string | null;
  readonly determinations: readonly (Determination & { readonly decidedBy: string })[];
};

async function rowsWhere(db: Database, which: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT application_id AS "applicationId", application.guarantor_id AS "guarantorId", case_id AS "caseId",
      application.state, state_on AS "stateOn", begun_at AS "begunAt", begun.name AS "begunBy", begun_by AS "begunById",
      household, statement, submitted_on AS "submittedOn", submitted.name AS "submittedBy",
      submitted_by AS "submittedById", documents_by AS "documentsBy", complete_on AS "completeOn",
      decide_by AS "decideBy", appealed_on AS "appealedOn", appeal_note AS "appealNote", closing_note AS "closingNote",
      renews, region, ${requirements} AS requirements, ${determinations} AS determinations
    FROM assistance_application AS application JOIN guarantor USING (guarantor_id)
      JOIN user_account AS begun ON begun.user_id = begun_by
      LEFT JOIN user_account AS submitted ON submitted.user_id = submitted_by
    WHERE application.state IS NOT NULL AND ${which} ORDER BY begun_at DESC, application_id`.execute(
    db,
  );
  return rows;
}

function mayNotDecide(
  { begunById, submittedById, determinations: decided }: Row,
  userId: string,
): AssistanceApplication['mayNotDecide'] {
  if (userId === begunById || userId === submittedById) return 'own_application';
  return decided.some(({ decidedBy }) => decidedBy === userId) ? 'own_denial' : null;
}

/** What an award of so many percent would take off, and what waits; of the smallest where the rule gives nothing. */
async function reachOf(db: Database, row: Row, percent: number | null) {
  const isToDecide = row.state === 'in_review' || row.state === 'appealed';
  if (!isToDecide) return { lines: [], waiting: [] };
  const reached = await reachedCharges(db, row.guarantorId, percent ?? 1);
  return {
    lines: reached
      .filter(({ waitsFor }) => waitsFor === null)
      .map(line => ({ ...line, awardedCents: cents(awardedCents(line.openCents, percent ?? 0)) })),
    waiting: reached.filter(({ waitsFor }) => waitsFor !== null),
  };
}

async function shown(db: Database, row: Row, userId: string, nowMs: number) {
  const today = dateIn(regions[row.region].timeZone, instantOf(nowMs));
  const on = row.submittedOn ?? today;
  const proposal = proposalFor({ ...row.household, region: row.region }, on);
  const policy = assistancePolicy(row.region, on);
  return AssistanceApplication.parse({
    ...row,
    proposal,
    reach: await reachOf(db, row, proposal.percent),
    applyUntil: policy ? await applyUntilOf(db, row.guarantorId, policy) : null,
    mayNotDecide: mayNotDecide(row, userId),
  });
}

/** One application as it stands now, for whoever asks; refuses `application_not_found`. */
export async function readApplication(
  db: Database,
  applicationId: string,
  { user }: Person,
  nowMs: number,
): Promise<AssistanceApplication> {
  const [row] = await rowsWhere(
    db,
    sql`application_id = ${applicationId} AND region = ANY (${user.regions})`,
  );
  if (!row) throw new Refused('application_not_found');
  return shown(db, row, user.userId, nowMs);
}

/** Everything that a guarantor ever applied for here, the newest first. */
export async function applicationsOf(
  db: Database,
  guarantorId: string,
  { user }: Person,
  nowMs: number,
): Promise<AssistanceApplication[]> {
  const applications: AssistanceApplication[] = [];
  for (const row of await rowsWhere(db, sql`application.guarantor_id = ${guarantorId}`)) {
    applications.push(await shown(db, row, user.userId, nowMs));
  }
  return applications;
}

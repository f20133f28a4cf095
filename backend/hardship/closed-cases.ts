import { type RawBuilder, sql } from 'kysely';
import { CLOSED_CASES_AT_ONCE, ClosedCase } from '#shared/contract/closed-cases.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { instantText } from './read-cases.ts';

/** The first signs of a case's id, as many as its number has or more. */
const caseNumberOf = /^[0-9a-f]{8}[0-9a-f-]{0,28}$/i;

/** What is typed may be a medical record number, a guarantor's, a case's, or a part of somebody's name. */
function found(search: string): RawBuilder<unknown> {
  if (search === '') return sql`true`;
  const part = search.toLowerCase();
  const byNumber = caseNumberOf.test(search) ? sql`OR starts_with(case_id::text, ${part})` : sql``;
  return sql`(guarantor_id = ${search} OR position(${part} IN lower(guarantor.full_name)) > 0 OR EXISTS (
    SELECT FROM patient WHERE patient.guarantor_id = hardship_case.guarantor_id
      AND (mrn = ${search} OR position(${part} IN lower(patient.full_name)) > 0)) ${byNumber})`;
}

/** Closed cases of a person's regions, the last closed first, one page of them. */
export async function closedCases(
  db: Database,
  { user }: Person,
  { search, before }: { search: string; before: { at: string; caseId: string } | null },
) {
  const earlier = before
    ? sql`AND (closed_at, case_id) < (${before.at}::timestamptz, ${before.caseId}::uuid)`
    : sql``;
  const { rows } = await sql`
    SELECT case_id AS "caseId", guarantor_id AS "guarantorId", guarantor.full_name AS "guarantorName", region,
      jsonb_build_object('at', ${instantText('closed_at')}, 'by', name, 'outcome', outcome, 'note', closing_note) AS closed
    FROM hardship_case JOIN guarantor USING (guarantor_id) JOIN user_account ON user_id = closed_by
    WHERE closed_at IS NOT NULL AND region = ANY (${user.regions}) AND ${found(search)} ${earlier}
    ORDER BY closed_at DESC, case_id DESC LIMIT ${CLOSED_CASES_AT_ONCE + 1}`.execute(db);
  const cases = rows.slice(0, CLOSED_CASES_AT_ONCE).map(row => ClosedCase.parse(row));
  const last = cases.at(-1);
  const next =
    last && rows.length > cases.length ? { at: last.closed.at, caseId: last.caseId } : null;
  return { cases, next };
}

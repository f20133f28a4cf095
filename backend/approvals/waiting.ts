import { type RawBuilder, sql } from 'kysely';
import { Approval, type ApprovalKind } from '#shared/billing/approval.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { APPROVALS_AT_ONCE } from '#shared/contract/approvals.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { type ApprovalRow, approvalColumns, approvalOf, approvalPeople } from './columns.ts';

/** Whose it is, for a supervisor. */
export const whoseColumns = sql`guarantor.guarantor_id AS "guarantorId", full_name AS "guarantorName", region,
  asked_by AS "askedBy"`;

/** Which part of the queue is read. */
interface Part {
  readonly kind?: ApprovalKind | undefined;
  readonly afterAt?: string | undefined;
  readonly afterId?: string | undefined;
}

/** A page of what waits and one row more, as one query. */
export function waitingPage(
  regions: readonly RegionCode[],
  { kind, afterAt, afterId }: Part,
): RawBuilder<ApprovalRow> {
  const ofKind = kind === undefined ? sql`true` : sql`kind = ${kind}`;
  const after =
    afterAt === undefined || afterId === undefined
      ? sql`true`
      : sql`(asked_at, approval_id) > (${afterAt}::timestamptz, ${afterId}::uuid)`;
  return sql<ApprovalRow>`
    SELECT ${approvalColumns}, ${whoseColumns}
    FROM ${approvalPeople} JOIN guarantor ON guarantor.guarantor_id = approval.guarantor_id
    WHERE waiting AND ${ofKind} AND region = ANY (${regions}) AND ${after}
    ORDER BY asked_at, approval_id LIMIT ${APPROVALS_AT_ONCE + 1}`;
}

/** A page of what waits in these regions, the oldest first, and where the next one begins. */
export async function waitingApprovals(db: Database, regions: readonly RegionCode[], part: Part) {
  const { rows } = await waitingPage(regions, part).execute(db);
  const found = rows.map(row => Approval.parse(approvalOf(row)));
  const approvals = found.slice(0, APPROVALS_AT_ONCE);
  const last = found.length > APPROVALS_AT_ONCE ? approvals.at(-1) : undefined;
  const next = last && {
    afterAt: instantOf(Date.parse(last.askedAt)),
    afterId: last.approvalId,
  };
  return { approvals, next: next ?? null };
}

import { sql } from 'kysely';
import type { AskedApproval } from '#shared/billing/approval.ts';
import type { Database } from '../database/connect.ts';
import { type ApprovalRow, approvalColumns, approvalPeople, askedOf } from './columns.ts';

/** A request of its own under its id; undefined when none was asked for under it. */
export async function findRequest(
  db: Database,
  requestId: string,
): Promise<AskedApproval | undefined> {
  const { rows } = await sql<ApprovalRow>`
    SELECT ${approvalColumns} FROM ${approvalPeople}
    WHERE approval_id = ${requestId} AND kind IN ('late_void', 'plan_exception', 'override')`.execute(
    db,
  );
  return rows[0] && askedOf(rows[0]);
}

/** What was asked for about a payment and has no other place in its life, in order. */
export async function requestsOf(db: Database, paymentKey: string): Promise<AskedApproval[]> {
  const { rows } = await sql<ApprovalRow>`
    SELECT ${approvalColumns} FROM ${approvalPeople}
    WHERE approval.payment_key = ${paymentKey} AND kind IN ('late_void', 'override')
    ORDER BY asked_at, approval_id`.execute(db);
  return rows.map(askedOf);
}

/** As many as a screen shows of one guarantor. */
const MOST_EXCEPTIONS = 20;

/** Other terms of plans that were asked for by a guarantor, the newest first. */
export async function planExceptionsOf(
  db: Database,
  guarantorId: string,
): Promise<AskedApproval[]> {
  const { rows } = await sql<ApprovalRow>`
    SELECT ${approvalColumns} FROM ${approvalPeople}
    WHERE approval.guarantor_id = ${guarantorId} AND kind = 'plan_exception'
    ORDER BY asked_at DESC, approval_id LIMIT ${MOST_EXCEPTIONS}`.execute(db);
  return rows.map(askedOf);
}

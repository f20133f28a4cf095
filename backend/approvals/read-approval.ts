import { sql } from 'kysely';
import { Approval, ApprovalDetail, type ApprovalKind } from '#shared/billing/approval.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { type ApprovalRow, approvalColumns, approvalOf, approvalPeople } from './columns.ts';
import { whoseColumns } from './waiting.ts';
import { whatFollows } from './what-follows.ts';

/** Which request. */
export interface OneApproval {
  readonly kind: ApprovalKind;
  readonly approvalId: string;
}

interface DetailRow extends ApprovalRow {
  readonly payment: unknown;
  readonly fee: unknown;
  readonly refundState: string | null;
}

const instant = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const payment = sql`CASE WHEN payment.key IS NOT NULL THEN jsonb_build_object('state', payment.state,
  'stateAt', ${instant('payment.state_at')}, 'method', payment_method(payment), 'amountCents', payment.amount_cents,
  'takenAt', ${instant('payment.taken_at')}, 'takenByName', taker.name, 'confirmation', payment.confirmation) END AS payment`;

const fee = sql`CASE WHEN charge.charge_id IS NOT NULL THEN
  jsonb_build_object('description', charge.description, 'openCents', charge.open_cents) END AS fee`;

/** One request as this supervisor may see it: with its payment, and what a yes would do now. */
export async function readApproval(
  db: Database,
  { kind, approvalId }: OneApproval,
  person: Person,
  now: number,
): Promise<ApprovalDetail> {
  const { rows } = await sql<DetailRow>`
    SELECT ${approvalColumns}, ${whoseColumns}, ${payment}, ${fee},
      (SELECT state FROM refund WHERE refund.refund_key = approval.refund_key) AS "refundState"
    FROM ${approvalPeople} JOIN guarantor ON guarantor.guarantor_id = approval.guarantor_id
      LEFT JOIN payment ON payment.key = approval.payment_key
      LEFT JOIN user_account AS taker ON taker.user_id = payment.taken_by
      LEFT JOIN charge ON charge.charge_id = approval.charge_id
    WHERE approval.kind = ${kind} AND approval_id = ${approvalId} AND region = ANY (${person.user.regions})`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Refused('approval_not_found');
  const approval = Approval.parse(approvalOf(row));
  const following = await whatFollows(db, approval, person, now);
  const { payment: paid, fee: late, refundState } = row;
  return ApprovalDetail.parse({ ...approval, payment: paid, fee: late, refundState, ...following });
}

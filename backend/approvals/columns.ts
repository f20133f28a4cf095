import { sql } from 'kysely';
import { AskedApproval } from '#shared/billing/approval.ts';

/** What is read of the view of all kinds by whoever asked. */
export const approvalColumns = sql`approval.kind, approval.approval_id AS "approvalId", approval.payment_key AS "paymentKey",
  approval.amount_cents AS "amountCents", approval.reason, approval.asked_at AS "askedAt", asker.name AS "askedByName",
  approval.state, approval.decided_at AS "decidedAt", decider.name AS "decidedByName", approval.decided_why AS "decidedWhy",
  approval.follows AS followed, approval.terms, approval.good_until AS "goodUntil", approval.used_at AS "usedAt"`;

export const approvalPeople = sql`approval JOIN user_account AS asker ON asker.user_id = asked_by
  LEFT JOIN user_account AS decider ON decider.user_id = decided_by`;

/** A row of these columns, its two signatures apart. */
export interface ApprovalRow {
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly decidedWhy: string | null;
  readonly goodUntil: string | null;
  readonly usedAt: string | null;
}

/** A row as the contract has it. */
export function approvalOf<Row extends ApprovalRow>({
  decidedAt,
  decidedByName,
  decidedWhy,
  goodUntil,
  usedAt,
  ...row
}: Row) {
  return {
    ...row,
    decided: decidedAt === null ? null : { at: decidedAt, byName: decidedByName, why: decidedWhy },
    use: goodUntil === null ? null : { goodUntil, usedAt },
  };
}

export const askedOf = (row: ApprovalRow) => AskedApproval.parse(approvalOf(row));

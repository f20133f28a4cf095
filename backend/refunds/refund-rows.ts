import { sql } from 'kysely';
import type { Payout } from '#shared/billing/payout.ts';

/** What a refund is read from, beside its payment. */
export const refundColumns = sql`refund.refund_key AS "refundKey", refund.payment_key AS "paymentKey",
  refund.amount_cents AS "amountCents", refund.reason, refund.state, refund.state_at AS "stateAt",
  refund.state_why AS "stateWhy", asked_at AS "askedAt", asker.name AS "askedByName", decider.name AS "decidedByName",
  decided_why AS "decidedWhy", way AS "paidWay", number AS "paidNumber", paid_on AS "paidOn",
  payer.name AS "paidByName", recorded_at AS "recordedAt"`;

export const refundPeople = sql`JOIN user_account AS asker ON asker.user_id = asked_by
  LEFT JOIN user_account AS decider ON decider.user_id = decided_by
  LEFT JOIN refund_payout AS payout ON payout.refund_key = refund.refund_key
  LEFT JOIN user_account AS payer ON payer.user_id = paid_by`;

/** A row of these columns, of which those of the pay-out are all null or none is. */
export type RefundRow = { [Name in keyof Omit<Payout, 'way' | 'number'>]: Payout[Name] | null } & {
  readonly paidWay: Payout['way'] | null;
  readonly paidNumber: string | null;
};

/** A row with its pay-out gathered, as the contract has it. */
export function refundOf({
  paidWay,
  paidNumber,
  paidOn,
  paidByName,
  recordedAt,
  ...refund
}: RefundRow): unknown {
  const paidOut = { way: paidWay, number: paidNumber, paidOn, paidByName, recordedAt };
  return { ...refund, paidOut: paidWay === null ? null : paidOut };
}

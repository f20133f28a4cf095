import { sql } from 'kysely';
import { Refund, type RefundKey } from '#shared/billing/refund.ts';
import { MOST_WAITING, WaitingRefund } from '#shared/contract/after-payment.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

const columns = sql`refund_key AS "refundKey", refund.payment_key AS "paymentKey",
  refund.amount_cents AS "amountCents", refund.reason, refund.state, refund.state_at AS "stateAt",
  refund.state_why AS "stateWhy", asked_at AS "askedAt", asker.name AS "askedByName", decider.name AS "decidedByName",
  decided_why AS "decidedWhy"`;

const people = sql`JOIN user_account AS asker ON asker.user_id = asked_by
  LEFT JOIN user_account AS decider ON decider.user_id = decided_by`;

/** A refund by its key; undefined when none was asked for under it. */
export async function findRefund(db: Database, refundKey: RefundKey): Promise<Refund | undefined> {
  const { rows } = await sql`
    SELECT ${columns} FROM refund ${people} WHERE refund_key = ${refundKey}`.execute(db);
  return rows[0] === undefined ? undefined : Refund.parse(rows[0]);
}

/** A payment's refunds in the order in which they were asked for. */
export async function refundsOf(db: Database, paymentKey: string): Promise<Refund[]> {
  const { rows } = await sql`
    SELECT ${columns} FROM refund ${people} WHERE payment_key = ${paymentKey}
    ORDER BY asked_at, refund_key`.execute(db);
  return rows.map(row => Refund.parse(row));
}

/** Refunds of guarantors of these regions that wait for a second person, the oldest first. */
export async function waitingRefunds(
  db: Database,
  regions: readonly RegionCode[],
): Promise<WaitingRefund[]> {
  const { rows } = await sql`
    SELECT ${columns}, guarantor.guarantor_id AS "guarantorId", full_name AS "guarantorName",
      payment_method(payment) AS method, payment.amount_cents AS "paidCents", asked_by AS "askedBy"
    FROM refund ${people} JOIN payment ON key = refund.payment_key JOIN guarantor USING (guarantor_id)
    WHERE refund.state = 'requested' AND region = ANY (${regions})
    ORDER BY asked_at, refund_key LIMIT ${MOST_WAITING}`.execute(db);
  return rows.map(row => WaitingRefund.parse(row));
}

import { sql } from 'kysely';
import { FollowedRefund } from '#shared/billing/payment-history.ts';
import { Refund, type RefundKey } from '#shared/billing/refund.ts';
import { MOST_WAITING } from '#shared/contract/of-payment.ts';
import { RefundToPayOut } from '#shared/contract/refunds.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { type RefundRow, refundColumns, refundOf, refundPeople } from './refund-rows.ts';

/** A refund by its key; undefined when none was asked for under it. */
export async function findRefund(db: Database, refundKey: RefundKey): Promise<Refund | undefined> {
  const { rows } = await sql<RefundRow>`
    SELECT ${refundColumns} FROM refund ${refundPeople} WHERE refund.refund_key = ${refundKey}`.execute(
    db,
  );
  return rows[0] === undefined ? undefined : Refund.parse(refundOf(rows[0]));
}

/** A payment's refunds in the order in which they were asked for, each with what brought it to where it stands. */
export async function refundsOf(db: Database, paymentKey: string): Promise<FollowedRefund[]> {
  const { rows } = await sql<RefundRow>`
    SELECT ${refundColumns}, mover.name AS "byName", moved_through AS through
    FROM refund ${refundPeople}
      LEFT JOIN refund_state_change AS move ON move.refund_key = refund.refund_key AND to_state = refund.state
      LEFT JOIN user_account AS mover ON mover.user_id = moved_by
    WHERE refund.payment_key = ${paymentKey}
    ORDER BY asked_at, refund.refund_key`.execute(db);
  return rows.map(row => FollowedRefund.parse(refundOf(row)));
}

/** Approved refunds of money that arrived by itself, which somebody has to pay out, the oldest first. */
export async function refundsToPayOut(
  db: Database,
  regions: readonly RegionCode[],
  most: number | null = MOST_WAITING,
): Promise<RefundToPayOut[]> {
  const { rows } = await sql<RefundRow>`
    SELECT ${refundColumns}, guarantor.guarantor_id AS "guarantorId", full_name AS "guarantorName",
      payment_method(payment) AS method, payment.amount_cents AS "paidCents", asked_by AS "askedBy", guarantor.region,
      format(E'%s\n%s, %s %s', street, city, guarantor.state, postal_code) AS address
    FROM refund ${refundPeople} JOIN payment ON key = refund.payment_key JOIN guarantor USING (guarantor_id)
    WHERE refund.state = 'approved' AND refund.method_kind NOT IN ('card', 'ach') AND region = ANY (${regions})
    ORDER BY asked_at, refund.refund_key LIMIT ${most}`.execute(db);
  return rows.map(row => RefundToPayOut.parse(refundOf(row)));
}

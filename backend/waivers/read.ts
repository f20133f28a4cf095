import { sql } from 'kysely';
import { FeeWaiver } from '#shared/billing/fee-waiver.ts';
import { MOST_WAIVERS } from '#shared/contract/waivers.ts';
import type { Database } from '../database/connect.ts';

const columns = sql`waiver_id AS "waiverId", waiver.charge_id AS "chargeId", waiver.guarantor_id AS "guarantorId",
  description, amount_cents AS "amountCents", reason, waiver.state, asked_at AS "askedAt", asker.name AS "askedByName",
  decided_at AS "decidedAt", decider.name AS "decidedByName", decided_why AS "decidedWhy"`;

const joined = sql`fee_waiver AS waiver JOIN charge USING (charge_id)
  JOIN user_account AS asker ON asker.user_id = asked_by
  LEFT JOIN user_account AS decider ON decider.user_id = decided_by`;

export async function findWaiver(db: Database, waiverId: string): Promise<FeeWaiver | undefined> {
  const { rows } =
    await sql`SELECT ${columns} FROM ${joined} WHERE waiver_id = ${waiverId}`.execute(db);
  return rows[0] === undefined ? undefined : FeeWaiver.parse(rows[0]);
}

/** What was asked for and decided about a guarantor's late fees, the newest first. */
export async function waiversOf(db: Database, guarantorId: string): Promise<FeeWaiver[]> {
  const { rows } = await sql`
    SELECT ${columns} FROM ${joined} WHERE waiver.guarantor_id = ${guarantorId}
    ORDER BY asked_at DESC, waiver_id LIMIT ${MOST_WAIVERS}`.execute(db);
  return rows.map(row => FeeWaiver.parse(row));
}

import { sql } from 'kysely';
import type { Cents } from '#shared/money/cents.ts';
import type { Database } from '../database/connect.ts';

/** A charge that a plan would pay, with what is open of it. */
export interface PlannedCharge {
  readonly chargeId: string;
  readonly amountCents: Cents;
}

/** What is open of a guarantor's medical care, the oldest due first; what is disputed is not planned. */
export async function openCharges(db: Database, guarantorId: string): Promise<PlannedCharge[]> {
  const { rows } = await sql<PlannedCharge>`
    SELECT charge_id AS "chargeId", open_cents AS "amountCents"
    FROM takeable_charges(${guarantorId}, 'medical', NULL) ORDER BY running_cents`.execute(db);
  return rows;
}

/** Whether a plan of the guarantor stands, so that there can be no second. */
export async function hasPlan(db: Database, guarantorId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM payment_plan WHERE guarantor_id = ${guarantorId} AND closed_on IS NULL`.execute(db);
  return rows.length > 0;
}

/** What is open of the charges of a plan, its interest among them. */
export async function openOfPlan(db: Database, planId: string): Promise<PlannedCharge[]> {
  const { rows } = await sql<PlannedCharge>`
    SELECT charge_id AS "chargeId", open_cents AS "amountCents" FROM plan_charge JOIN charge USING (charge_id)
    WHERE plan_id = ${planId} AND open_cents > 0 ORDER BY part, serviced_on, charge_id`.execute(db);
  return rows;
}

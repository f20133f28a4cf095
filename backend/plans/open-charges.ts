import { sql } from 'kysely';
import { type Cents, sumCents } from '#shared/money/cents.ts';
import type { Database } from '../database/connect.ts';

/** A charge that a plan would pay, with what is open of it. */
export interface PlannedCharge {
  readonly chargeId: string;
  readonly amountCents: Cents;
}

/** What of a guarantor's open medical care is planned, and what is not yet. */
export interface OpenCare {
  /** Theirs to pay for sure, the oldest due first. */
  readonly charges: readonly PlannedCharge[];
  /** Open as well, and the insurance has not answered: nobody knows yet what of it is theirs. */
  readonly pendingCents: Cents;
}

/**
 * What is open of a guarantor's medical care; what is disputed is not planned, and what the insurance has not answered
 * waits. Without the charges of `exceptOf`, a plan that stands.
 */
export async function openCare(
  db: Database,
  guarantorId: string,
  exceptOf: string | null = null,
): Promise<OpenCare> {
  const { rows } = await sql<PlannedCharge & { readonly isPending: boolean }>`
    SELECT charge_id AS "chargeId", takeable.open_cents AS "amountCents", insurance = 'pending' AS "isPending"
    FROM takeable_charges(${guarantorId}, 'medical', NULL) AS takeable JOIN charge USING (charge_id)
    WHERE NOT EXISTS (SELECT FROM plan_charge WHERE plan_charge.charge_id = takeable.charge_id
      AND plan_id = ${exceptOf}::uuid)
    ORDER BY running_cents`.execute(db);
  const [pending, sure] = [
    rows.filter(each => each.isPending),
    rows.filter(each => !each.isPending),
  ];
  return {
    charges: sure.map(({ chargeId, amountCents }) => ({ chargeId, amountCents })),
    pendingCents: sumCents(pending.map(each => each.amountCents)),
  };
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

import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import { organization } from '#shared/organization/profile.ts';
import type { Database } from '../../database/connect.ts';

/** An open charge of medical care, and what keeps an award from it for now. */
export interface ReachedCharge {
  readonly chargeId: string;
  readonly accountId: string;
  readonly description: string;
  readonly servicedOn: CalendarDate;
  readonly openCents: Cents;
  readonly waitsFor: 'insurance' | 'payment' | null;
}

/** What was billed up to the end of a day of a region, whenever it is looked at. */
export function billedUntil(day: CalendarDate, timeZone: string): RawBuilder<unknown> {
  return sql`EXISTS (
    SELECT FROM ledger_line JOIN ledger_entry USING (entry_id) WHERE ledger_line.charge_id = charge.charge_id
      AND event IN ('charge_billed', 'late_fee_billed')
      AND (entered_at AT TIME ZONE ${timeZone})::date <= ${day}::date)`;
}

/**
 * The open charges of a guarantor that an award of `percent` reaches, the oldest first. Never a premium. What is
 * disputed is among them: the award is the applicant's however the dispute ends. A plan's own interest is not: it
 * follows the plan. Nor what an award of as much has reached before: it is taken off each charge once. Where the
 * insurance has not answered yet nobody knows the patient's share, and where a payment's outcome is open nobody
 * knows what is owed: both wait, and the daily run comes back to them.
 */
export async function reachedCharges(
  db: Database,
  guarantorId: string,
  percent: number,
  and: RawBuilder<unknown> = sql`true`,
): Promise<ReachedCharge[]> {
  const { rows } = await sql<ReachedCharge>`
    SELECT charge_id AS "chargeId", charge.account_id AS "accountId", description, serviced_on AS "servicedOn",
      open_cents AS "openCents",
      CASE WHEN insurance = 'pending' THEN 'insurance' WHEN held_by IS NOT NULL THEN 'payment' END AS "waitsFor"
    FROM charge JOIN account USING (account_id)
    WHERE account.guarantor_id = ${guarantorId} AND ledger = 'medical' AND open_cents > 0
      AND kind <> 'finance_charge' AND (kind <> 'late_fee' OR ${organization.applications.coverLateFees})
      AND NOT EXISTS (
        SELECT FROM assistance_award_line AS line JOIN assistance_determination AS decided USING (determination_id)
        WHERE line.charge_id = charge.charge_id AND decided.percent >= ${percent}::int)
      AND ${and}
    ORDER BY serviced_on, charge_id`.execute(db);
  return rows;
}

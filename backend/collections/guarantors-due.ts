import { sql } from 'kysely';
import { NOTICE_DAYS } from '#shared/collections/timeline.ts';
import { organization } from '#shared/organization/profile.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import type { RunDay } from '../runs/run-step.ts';
import { extraordinaryAfterDays } from './charges.ts';

const { afterDays, collectionsAfterDays, serviceHoldAfterMonths } = organization.pastDue;

/** As first_billed_on has it (0038-plan-edges.sql), which the database calls for one charge and not for thousands. */
const billedOn = sql`CASE kind WHEN 'late_fee' THEN greatest(issued_on, serviced_on) ELSE issued_on END`;

/** Each step with the day before which it cannot be due, holds or none: they only ever put it off. */
const soonest = (lawDays: number) => sql`(VALUES
  ('past_due', charge.due_on + ${afterDays + 1}::int),
  ('late_fee', charge.due_on + ${afterDays + 1}::int),
  ('referral', charge.due_on + ${collectionsAfterDays + 1}::int),
  ('notice', greatest(charge.due_on + ${afterDays + 1}::int, ${billedOn} + ${lawDays - NOTICE_DAYS}::int)),
  ('service_hold', greatest((charge.due_on + make_interval(months => ${serviceHoldAfterMonths}::int))::date + 1,
    ${billedOn} + ${lawDays}::int)),
  ('extraordinary_action', ${billedOn} + ${lawDays}::int)) AS step (name, from_on)`;

/** Whether a charge's clock stands still on the run's day; nothing is taken then, and what is lifted stays so. */
const isHeld = ({ region, today }: RunDay, guarantorId: string) => sql`EXISTS (
  SELECT FROM collections_holds(${sql.ref(guarantorId)}, ${regions[region].timeZone}) AS hold
  WHERE ${today}::date BETWEEN hold.from_on AND coalesce(hold.until_on, 'infinity')
    AND (hold.charge_id IS NULL OR hold.charge_id = charge.charge_id))`;

const toTake = (day: RunDay) => sql`
  SELECT charge.guarantor_id FROM charge JOIN guarantor USING (guarantor_id) JOIN account USING (account_id)
    JOIN statement ON statement.statement_number = charge.statement_number
    JOIN collections_begin USING (region)
    CROSS JOIN LATERAL ${soonest(extraordinaryAfterDays(day.region))}
  WHERE region = ${day.region} AND open_cents > 0 AND insurance <> 'pending'
    AND charge.due_on < ${day.today}::date - ${afterDays}::int AND from_on <= ${day.today}::date
    AND NOT EXISTS (SELECT FROM collections_step AS taken WHERE taken.charge_id = charge.charge_id AND taken.step = name)
    AND (name <> 'late_fee' OR (kind NOT IN ('late_fee', 'finance_charge') AND NOT EXISTS (
      SELECT FROM collections_step AS fee WHERE fee.account_id = charge.account_id
        AND fee.statement_number = charge.statement_number AND fee.step = 'late_fee')))
    AND (ledger = 'medical' OR name IN ('past_due', 'late_fee', 'referral'))
    AND (name <> 'notice' OR NOT EXISTS (
      SELECT FROM collections_notice_charge AS noticed JOIN letter ON collections_notice_id = noticed.notice_id
      WHERE noticed.charge_id = charge.charge_id AND withdrawn_at IS NULL))
    AND (name NOT IN ('service_hold', 'extraordinary_action') OR collections_notified(charge.charge_id) IS NOT NULL)
    AND NOT ${isHeld(day, 'charge.guarantor_id')}
    AND (from_on >= began_on
      OR EXISTS (SELECT FROM collections_holds(charge.guarantor_id, ${regions[day.region].timeZone})))`;

/** Marked, and paid or held since; or lifted, and not any more. */
const toLift = (day: RunDay) => sql`
  SELECT marked.guarantor_id FROM (
    SELECT DISTINCT ON (charge_id) guarantor_id, charge_id, step FROM collections_step
    ORDER BY charge_id, happened_on DESC, noted_at DESC, step IN ('lifted', 'resumed') DESC
  ) AS marked JOIN charge USING (charge_id) JOIN guarantor ON guarantor.guarantor_id = marked.guarantor_id
  WHERE region = ${day.region}
    AND (step = 'lifted') = (open_cents > 0 AND NOT ${isHeld(day, 'marked.guarantor_id')})`;

/** Guarantors of the run's region for whom there may be something to do; `takeSteps` looks closely. */
export async function guarantorsDue(db: Database, day: RunDay): Promise<string[]> {
  const { rows } = await sql<{ guarantorId: string }>`
    SELECT guarantor_id AS "guarantorId" FROM (${toTake(day)} UNION ${toLift(day)}) AS due
    ORDER BY 1`.execute(db);
  return rows.map(({ guarantorId }) => guarantorId);
}

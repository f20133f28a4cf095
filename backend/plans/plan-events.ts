import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { PlanEvent } from '#shared/plans/plan-events.ts';
import type { Database } from '../database/connect.ts';

/**
 * What a plan is reckoned with beside its terms: its pauses, and every payment that stands of its charges, on the
 * day of the guarantor's region on which it was taken. A payment that was voided, returned or given back is none.
 */
export async function planEvents(
  db: Database,
  planId: string,
  timeZone: string,
): Promise<PlanEvent[]> {
  const { rows } = await sql<PlanEvent & { readonly on: CalendarDate }>`
    SELECT 'instalment' AS kind, (taken_at AT TIME ZONE ${timeZone})::date::text AS on, NULL::int AS months,
      sum(part.amount_cents - part.unapplied_cents - part.refunded_cents)::bigint AS "amountCents"
    FROM plan_charge JOIN payment_allocation AS part USING (charge_id) JOIN payment ON key = part.payment_key
      JOIN payment_plan USING (plan_id)
    WHERE plan_id = ${planId} AND taken_at >= made_at
      AND payment.state IN ('approved', 'originated', 'posted', 'settled', 'received', 'refunded')
    GROUP BY key HAVING sum(part.amount_cents - part.unapplied_cents - part.refunded_cents) > 0
    UNION ALL
    SELECT 'pause', happened_on::text, months, NULL FROM plan_event
    WHERE plan_id = ${planId} AND kind = 'paused'
    ORDER BY 2`.execute(db);
  return rows;
}

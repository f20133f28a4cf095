import { sql } from 'kysely';
import type { PlanEvent } from '#shared/plans/plan-events.ts';
import type { Database } from '../database/connect.ts';

/** A pause knows which event it is, so that it can be ended early. */
export type KeptEvent = PlanEvent & { readonly eventId: string | null };

/**
 * What a plan is reckoned with beside its terms, on days of the guarantor's region: its pauses, less the months that an
 * early end took off them; every payment that stands of its charges; and whatever else changed those charges since it
 * was made. A payment that was voided, returned or given back is none; one from before the plan, which the plan's
 * amount was already reduced by, adds to the balance when it comes back.
 */
export async function planEvents(
  db: Database,
  planId: string,
  timeZone: string,
): Promise<KeptEvent[]> {
  const { rows } = await sql<KeptEvent>`
    SELECT 'instalment' AS kind, (taken_at AT TIME ZONE ${timeZone})::date::text AS on, NULL::int AS months,
      sum(part.amount_cents - part.unapplied_cents - part.refunded_cents)::bigint AS "amountCents", NULL AS of,
      NULL::uuid AS "eventId"
    FROM plan_charge JOIN payment_allocation AS part USING (charge_id) JOIN payment ON key = part.payment_key
      JOIN payment_plan USING (plan_id)
    WHERE plan_id = ${planId} AND taken_at >= made_at
      AND payment.state IN ('approved', 'originated', 'posted', 'settled', 'received', 'refunded')
    GROUP BY key HAVING sum(part.amount_cents - part.unapplied_cents - part.refunded_cents) > 0
    UNION ALL
    SELECT 'adjustment', (entered_at AT TIME ZONE ${timeZone})::date::text, NULL,
      sum(credit_cents - debit_cents)::bigint, part, NULL
    FROM plan_charge JOIN payment_plan USING (plan_id) JOIN ledger_line USING (charge_id)
      JOIN ledger_entry USING (entry_id) LEFT JOIN payment ON key = payment_key
    WHERE plan_id = ${planId} AND ledger_account = 'medical_receivable' AND entered_at >= made_at
      AND event NOT IN ('charge_billed', 'late_fee_billed', 'finance_charge_billed')
      AND (payment_key IS NULL OR taken_at < made_at)
    GROUP BY ledger_entry.entry_id, part HAVING sum(credit_cents - debit_cents) <> 0
    UNION ALL
    SELECT 'pause', happened_on::text, (months - coalesce(taken_off, 0))::int, NULL, NULL, event_id
    FROM plan_event AS pause LEFT JOIN LATERAL (
      SELECT sum(months) AS taken_off FROM plan_event AS resumed WHERE resumed.pause_id = pause.event_id) AS early ON true
    WHERE plan_id = ${planId} AND kind = 'paused' AND months > coalesce(taken_off, 0)
    ORDER BY 2`.execute(db);
  return rows;
}

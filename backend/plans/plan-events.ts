import { sql } from 'kysely';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import type { PlanEvent } from '#shared/plans/plan-events.ts';
import type { Database } from '../database/connect.ts';

/** A pause knows which event it is, so that it can be ended early. */
export type KeptEvent = PlanEvent & { readonly eventId: string | null };

interface OfPlan {
  readonly planId: string;
  readonly region: RegionCode;
}

/**
 * What plans are reckoned with beside their terms, on days of the guarantors' regions: their pauses, less the months
 * that an early end took off them; every payment that stands of their charges; and whatever else changed those charges
 * since they were made. A payment that was voided, returned or given back is none; one from before the plan, which the
 * plan's amount was already reduced by, adds to the balance when it comes back. A debit of a plan's autopay counts on its due
 * date. One question for all of them.
 */
async function askEvents(
  db: Database,
  plans: readonly OfPlan[],
): Promise<(KeptEvent & { readonly planId: string })[]> {
  const ids = plans.map(({ planId }) => planId);
  const zones = plans.map(({ region }) => regions[region].timeZone);
  const asked = sql`(SELECT plan_id, zone, made_at FROM unnest(${ids}::uuid[], ${zones}::text[]) AS of (plan_id, zone)
    JOIN payment_plan USING (plan_id)) AS asked`;
  const { rows } = await sql<KeptEvent & { planId: string }>`
    SELECT plan_id AS "planId", 'instalment' AS kind, coalesce(counts_on, (taken_at AT TIME ZONE zone)::date)::text AS on, NULL::int AS months,
      sum(part.amount_cents - part.unapplied_cents - part.refunded_cents)::bigint AS "amountCents", NULL AS of,
      NULL::uuid AS "eventId"
    FROM ${asked} JOIN plan_charge USING (plan_id) JOIN payment_allocation AS part USING (charge_id)
      JOIN payment ON key = part.payment_key LEFT JOIN scheduled_attempt ON scheduled_attempt.payment_key = key
    WHERE taken_at >= made_at
      AND payment.state IN ('approved', 'originated', 'posted', 'settled', 'received', 'refunded')
    GROUP BY plan_id, zone, key, counts_on HAVING sum(part.amount_cents - part.unapplied_cents - part.refunded_cents) > 0
    UNION ALL
    SELECT plan_id, 'adjustment', (entered_at AT TIME ZONE zone)::date::text, NULL,
      sum(credit_cents - debit_cents)::bigint, part, NULL
    FROM ${asked} JOIN plan_charge USING (plan_id) JOIN ledger_line USING (charge_id)
      JOIN ledger_entry USING (entry_id) LEFT JOIN payment ON key = payment_key
    WHERE ledger_account = 'medical_receivable' AND entered_at >= made_at
      AND event NOT IN ('charge_billed', 'late_fee_billed', 'finance_charge_billed')
      AND (payment_key IS NULL OR taken_at < made_at)
    GROUP BY plan_id, zone, ledger_entry.entry_id, part HAVING sum(credit_cents - debit_cents) <> 0
    UNION ALL
    SELECT plan_id, 'pause', happened_on::text, (months - coalesce(taken_off, 0))::int, NULL, NULL, event_id
    FROM plan_event AS pause LEFT JOIN LATERAL (
      SELECT sum(months) AS taken_off FROM plan_event AS resumed
      WHERE resumed.plan_id = pause.plan_id AND resumed.pause_id = pause.event_id) AS early ON true
    WHERE plan_id = ANY (${ids}::uuid[]) AND kind = 'paused' AND months > coalesce(taken_off, 0)
    ORDER BY 3`.execute(db);
  return rows;
}

/** The events of some plans, by the plans' ids. */
export async function planEvents(
  db: Database,
  plans: readonly OfPlan[],
): Promise<(planId: string) => readonly KeptEvent[]> {
  const all = plans.length > 0 ? await askEvents(db, plans) : [];
  const byPlan = new Map<string, KeptEvent[]>(plans.map(({ planId }) => [planId, []]));
  for (const { planId, ...event } of all) byPlan.get(planId)?.push(event as KeptEvent);
  return planId => byPlan.get(planId) ?? [];
}

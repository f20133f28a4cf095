import { sql } from 'kysely';
import type { RunStep } from '../run-step.ts';
import { billPlanInterest } from './bill-interest.ts';
import { followPlans } from './follow-plans.ts';

/** Bills the interest of plans whose due date has come, before anything is taken for it. */
export const billPlans: RunStep = {
  kind: 'plan_interest',
  fromHour: 5,
  async run(parts, day, report) {
    await billPlanInterest(parts, day, report);
    const { rows } = await sql<{ done: number; cents: number; differenceCents: number }>`
      SELECT count(*)::int AS done, coalesce(sum(plan_charge.amount_cents), 0)::bigint AS cents,
        coalesce(sum(abs(plan_charge.amount_cents - debit_cents)), 0)::bigint AS "differenceCents"
      FROM plan_charge JOIN payment_plan USING (plan_id) JOIN guarantor USING (guarantor_id)
        JOIN ledger_line USING (charge_id) JOIN ledger_entry USING (entry_id)
      WHERE region = ${day.region} AND billed_on = ${day.today} AND event = 'finance_charge_billed'
        AND debit_cents > 0`.execute(parts.db);
    const [result] = rows;
    report({ done: result?.done ?? 0, total: result?.done ?? 0 });
    return result ?? { done: 0, cents: 0 };
  },
};

/** Notes what was missed, and ends plans that are paid off or in default. */
export const watchPlans: RunStep = {
  kind: 'plans',
  fromHour: 6,
  async run(parts, day, report) {
    await followPlans(parts, day, report);
    const { rows } = await sql<{ done: number; cents: number }>`
      SELECT count(*)::int AS done, coalesce(sum(remaining_cents), 0)::bigint AS cents
      FROM payment_plan JOIN guarantor USING (guarantor_id)
      WHERE region = ${day.region} AND payment_plan.state = 'active' AND offer_id IS NOT NULL`.execute(
      parts.db,
    );
    const [result] = rows;
    report({ done: result?.done ?? 0, total: result?.done ?? 0 });
    return result ?? { done: 0, cents: 0 };
  },
};

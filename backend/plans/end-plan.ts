import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { PlanState } from '#shared/plans/agreed.ts';
import type { Database } from '../database/connect.ts';

/** Ends a plan that stands; a notice that waited with it has nothing to wait for any more. */
export async function endPlan(
  trx: Database,
  planId: string,
  state: Exclude<PlanState, 'active'>,
  {
    today,
    now,
    why = null,
  }: { readonly today: CalendarDate; readonly now: Instant; readonly why?: string | null },
): Promise<void> {
  await sql`
    UPDATE payment_plan SET state = ${state}, closed_on = ${today}, state_why = ${why}, remaining_cents =
      CASE ${state} WHEN 'paid_off' THEN 0 ELSE remaining_cents END
    WHERE plan_id = ${planId}`.execute(trx);
  await sql`
    UPDATE plan_notice SET ended_at = ${now}, ended_how = CASE ${state} WHEN 'defaulted' THEN 'defaulted'
      WHEN 'paid_off' THEN 'cured' ELSE 'plan_ended' END
    WHERE plan_id = ${planId} AND ended_at IS NULL`.execute(trx);
}

import { sql } from 'kysely';
import { addDays, type CalendarDate, type Instant } from '#shared/calendar/dates.ts';
import type { HardshipItemKind } from '#shared/hardship/items.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';

/** What is looked into by a counselor: a promise that was broken, or a plan that is not paid. */
export interface CameUp {
  readonly kind: Extract<HardshipItemKind, 'broken_promise' | 'plan_missed' | 'plan_default'>;
  /** The promise, or the plan. */
  readonly about: string;
  readonly guarantorId: string;
  /** What was promised, or is due each month. */
  readonly cents: Cents;
}

/** What came up longer ago than this was seen, or is no news any more. */
const LOOKED_BACK_DAYS = 60;

/**
 * What came up in a region, or for one guarantor of it, up to `today` and has not been given to a counselor. A broken promise is given
 * once, while it stands and something is owed. A plan is given when an instalment was missed or it is in
 * default, unless that is still to be done or was done since.
 */
export async function whatCameUp(
  db: Database,
  { region, today }: { readonly region: RegionCode; readonly today: CalendarDate },
  guarantorId: string | null = null,
): Promise<CameUp[]> {
  const one = sql`(${guarantorId}::text IS NULL OR guarantor_id = ${guarantorId})`;
  const since = addDays(today, -LOOKED_BACK_DAYS);
  const { rows } = await sql<CameUp>`
    SELECT 'broken_promise' AS kind, promise_id AS about, guarantor_id AS "guarantorId", amount_cents AS cents
    FROM promise_to_pay JOIN guarantor USING (guarantor_id)
    WHERE region = ${region} AND ${one} AND replaced_by IS NULL AND broken_on BETWEEN ${since} AND ${today}
      AND EXISTS (SELECT FROM account WHERE account.guarantor_id = guarantor.guarantor_id AND balance_cents > 0)
      AND NOT EXISTS (SELECT FROM hardship_item WHERE kind = 'broken_promise' AND about = promise_id)
    UNION ALL
    SELECT DISTINCT 'plan_' || CASE plan_event.kind WHEN 'defaulted' THEN 'default' ELSE 'missed' END, plan_id,
      guarantor_id, level_cents
    FROM plan_event JOIN payment_plan USING (plan_id) JOIN guarantor USING (guarantor_id)
    WHERE region = ${region} AND ${one} AND happened_on BETWEEN ${since} AND ${today}
      AND (plan_event.kind, payment_plan.state) IN (('missed', 'active'), ('defaulted', 'defaulted'))
      AND NOT EXISTS (SELECT FROM hardship_item AS item
        WHERE item.about = plan_id AND item.kind = 'plan_' || CASE plan_event.kind WHEN 'defaulted' THEN 'default'
          ELSE 'missed' END AND (done_at IS NULL OR done_at >= plan_event.at))
    ORDER BY 1, 2`.execute(db);
  return rows;
}

/** Ends what came to nothing: a promise that was kept after all, a plan that is paid, ended or in default. */
export async function endWhatPassed(db: Database, region: RegionCode, now: Instant): Promise<void> {
  await sql`
    UPDATE hardship_item AS item SET done_at = ${now}
    FROM hardship_case JOIN guarantor USING (guarantor_id)
    WHERE hardship_case.case_id = item.case_id AND region = ${region} AND done_at IS NULL AND (
      kind = 'broken_promise' AND EXISTS (SELECT FROM promise_to_pay WHERE promise_id = about AND broken_on IS NULL)
      OR kind = 'plan_missed' AND EXISTS (SELECT FROM payment_plan WHERE plan_id = about AND payment_plan.state <> 'active'))`.execute(
    db,
  );
}

import { sql } from 'kysely';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import { around, dayOf, type FloorScope } from './zone.ts';

export interface PlansOffered {
  readonly day: CalendarDate;
  readonly offered: number;
  readonly agreed: number;
}

/**
 * In how many calls and cases of each day a plan was offered, and in how many of them one was agreed to: who goes
 * through five offers and takes the last was offered one. A plan that goes on from another is a change and none of these.
 */
export async function plansOffered(
  db: Database,
  floor: FloorScope,
): Promise<readonly PlansOffered[]> {
  const { rows } = await sql<PlansOffered>`
    SELECT day, count(*)::int AS offered, count(*) FILTER (WHERE agreed)::int AS agreed
    FROM (
      SELECT ${dayOf(floor.scope, 'offered_at', 'region')} AS day, bool_or(plan_id IS NOT NULL) AS agreed
      FROM plan_offer JOIN guarantor USING (guarantor_id) LEFT JOIN payment_plan USING (offer_id)
      WHERE ${around(floor, 'offered_at')} AND region = ANY (${floor.scope}) AND disclosure->>'continues' IS NULL
      GROUP BY day, coalesce(plan_offer.call_id, plan_offer.case_id)
    ) AS conversation WHERE day BETWEEN ${floor.from} AND ${floor.to} GROUP BY day`.execute(db);
  return rows;
}

/** The instalments of each day that were missed, as the daily runs have noted them. */
export async function instalmentsMissed(
  db: Database,
  { scope, from, to }: FloorScope,
): Promise<readonly { readonly day: CalendarDate; readonly missed: number }[]> {
  const { rows } = await sql<{ day: CalendarDate; missed: number }>`
    SELECT happened_on AS day, count(*)::int AS missed
    FROM plan_event JOIN payment_plan USING (plan_id) JOIN guarantor USING (guarantor_id)
    WHERE plan_event.kind = 'missed' AND happened_on BETWEEN ${from} AND ${to} AND region = ANY (${scope})
    GROUP BY happened_on`.execute(db);
  return rows;
}

import type { Balance } from '#shared/billing/balance.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { instalmentStandings } from '#shared/plans/instalment-standings.ts';
import type { Database } from '../database/connect.ts';
import { findPlan } from '../plans/read-plan.ts';

/**
 * A guarantor's open plan as it stands today, with what was paid of it since the day's run; null when there is none.
 * One that was made before plans were disclosed here has only what its row says.
 */
export async function openPlan(
  db: Database,
  guarantorId: string,
  today: CalendarDate,
): Promise<Balance['plan']> {
  const row = await db
    .selectFrom('payment_plan')
    .where('guarantor_id', '=', guarantorId)
    .where('closed_on', 'is', null)
    .select([
      'plan_id as planId',
      'months',
      'instalment_cents as instalmentCents',
      'remaining_cents as remainingCents',
      'next_due_on as nextDueOn',
    ])
    .executeTakeFirst();
  if (!row) return null;
  const agreed = await findPlan(db, row.planId, today);
  const next = agreed && instalmentStandings(agreed, today).find(each => each.openCents > 0);
  if (!agreed || !next) return row as Balance['plan'];
  const { payoffCents: remainingCents } = agreed.standing;
  const { openCents: instalmentCents, dueOn: nextDueOn } = next;
  return { ...(row as NonNullable<Balance['plan']>), remainingCents, instalmentCents, nextDueOn };
}

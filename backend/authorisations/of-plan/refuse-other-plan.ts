import { isDeepStrictEqual } from 'node:util';
import type { PlanAutopayTerms } from '#shared/authorisations/terms.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { comingInstalments } from '#shared/plans/coming-instalments.ts';
import type { Database } from '../../database/connect.ts';
import { Refused } from '../../http/refused.ts';
import { keptPlan } from '../../plans/kept-plan.ts';

/** Refuses what is not a plan of theirs that stands, or not its instalments to come as they are today. */
export async function refuseOtherPlan(
  db: Database,
  { planId, instalments }: PlanAutopayTerms,
  guarantorId: string,
  today: CalendarDate,
): Promise<void> {
  const kept = await keptPlan(db, planId);
  if (kept?.guarantorId !== guarantorId) throw new Refused('plan_not_found', { field: 'terms' });
  if (kept.state !== 'active') throw new Refused('plan_ended', { field: 'terms' });
  const coming = comingInstalments(kept.plan, kept.events, today);
  if (!isDeepStrictEqual(coming, instalments)) {
    throw new Refused('plan_changed_meanwhile', { field: 'terms' });
  }
}

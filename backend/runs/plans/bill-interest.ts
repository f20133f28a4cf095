import type { CalendarDate } from '#shared/calendar/dates.ts';
import { billingDatesOf } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import { billInterestTo } from '../../plans/bill-interest-to.ts';
import type { KeptPlan } from '../../plans/kept-plan.ts';
import type { RunDay, RunProgress } from '../run-step.ts';
import { eachActivePlan } from './active-plans.ts';

/** Bills what one plan earned up to each due date that has come; a due date with nothing new has no charge. */
async function billOne(db: Database, kept: KeptPlan, day: RunDay): Promise<void> {
  const { plan, events, billedTo } = kept;
  const isNew = (date: CalendarDate) => billedTo === null || date > billedTo;
  let billed = kept.billedCents;
  for (const dueOn of billingDatesOf(plan, events, day.today).filter(isNew)) {
    // Paid before the day that interest is billed for: of that day only what came earlier counts.
    const before = events.filter(event => event.on < dueOn);
    billed += await billInterestTo(db, { ...kept, events: before }, billed, dueOn, day);
  }
}

/** Bills the interest of a region's plans, plan by plan; again changes nothing. */
export function billPlanInterest(
  db: Database,
  day: RunDay,
  report: (progress: RunProgress) => void,
): Promise<void> {
  return eachActivePlan(db, day.region, plan => billOne(db, plan, day), report);
}

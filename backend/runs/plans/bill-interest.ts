import type { CalendarDate } from '#shared/calendar/dates.ts';
import { billingDatesOf } from '#shared/plans/plan-standing.ts';
import type { Database } from '../../database/connect.ts';
import { billInterestTo, unbilledCents } from '../../plans/bill-interest-to.ts';
import type { KeptPlan } from '../../plans/kept-plan.ts';
import type { RunDay, RunParts, RunProgress } from '../run-step.ts';
import { eachPiece, withActivePlan } from './active-plans.ts';

/** The due dates that have come since the last one that was billed, each with the plan as it was before that day. */
function toBill(
  kept: KeptPlan,
  today: CalendarDate,
): readonly (readonly [CalendarDate, KeptPlan])[] {
  const { plan, events, billedTo } = kept;
  if (plan.terms.rateBps === 0) return [];
  return billingDatesOf(plan, events, today)
    .filter(dueOn => billedTo === null || dueOn > billedTo)
    .map(dueOn => {
      // Paid before the day that interest is billed for: of that day only what came earlier counts.
      const before = events.filter(event => event.on < dueOn);
      return [dueOn, { ...kept, events: before }];
    });
}

const isDue = (kept: KeptPlan, today: CalendarDate) =>
  toBill(kept, today).some(([dueOn, before]) => unbilledCents(before, kept.billedCents, dueOn) > 0);

/** Bills what one plan earned up to each due date that has come; a due date with nothing new has no charge. */
async function billOne(db: Database, kept: KeptPlan, day: RunDay): Promise<void> {
  let billed = kept.billedCents;
  for (const [dueOn, before] of toBill(kept, day.today)) {
    billed += await billInterestTo(db, before, billed, dueOn, day);
  }
}

/** Bills the interest of a region's plans, plan by plan; again changes nothing. */
export function billPlanInterest(
  parts: RunParts,
  day: RunDay,
  report: (progress: RunProgress) => void,
): Promise<void> {
  const { db } = parts;
  const bill = async (piece: readonly KeptPlan[]) => {
    for (const plan of piece.filter(each => isDue(each, day.today))) {
      await withActivePlan(db, plan, (trx, kept) => billOne(trx, kept, day));
    }
  };
  return eachPiece(parts, day, bill, report);
}

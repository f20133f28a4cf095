import type { CalendarDate } from '../calendar/dates.ts';
import type { Cents } from '../money/cents.ts';
import { type Plan, type PlanResult, planByMonths, planByPayment } from './plan.ts';
import type { PlanEvent } from './plan-events.ts';
import { planStanding } from './plan-standing.ts';
import { dueDayOf } from './terms.ts';

/** How the rest is to be paid: in so many months, or so much a month. */
export type RecastWish = { readonly months: number } | { readonly payCents: Cents };

/**
 * A new plan over what is still owed on `on`, first due on `firstDueOn`, at the same rate and on the same
 * day of the month. Unpaid interest goes along and bears none. Refused like any other plan; with nothing
 * owed there is none.
 */
export function recast(
  plan: Plan,
  events: readonly PlanEvent[],
  when: { readonly on: CalendarDate; readonly firstDueOn: CalendarDate },
  wish: RecastWish,
): PlanResult {
  const { principalCents, interestCents } = planStanding(plan, events, when.on);
  const terms = {
    amountCents: principalCents,
    carriedInterestCents: interestCents,
    rateBps: plan.terms.rateBps,
    agreedOn: when.on,
    firstDueOn: when.firstDueOn,
    dueDay: dueDayOf(plan.terms),
  };
  return 'months' in wish ? planByMonths(terms, wish.months) : planByPayment(terms, wish.payCents);
}

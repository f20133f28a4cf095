import { isBusinessDay } from '../calendar/bank-calendar.ts';
import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { organization } from '../organization/profile.ts';
import { offersTerm } from './limits.ts';
import type { PlanWish } from './wish.ts';

/** Why the policy has no such plan; the words are in the catalogue under `plans:policy`. */
export type PlanFault =
  | 'term_not_offered'
  | 'first_in_past'
  | 'first_on_closed_day'
  | 'first_too_late';

const hasOtherTerm = ({ kind, pace }: PlanWish) =>
  kind === 'standard' && (pace.by !== 'months' || !offersTerm(kind, pace.months));

const isLate = ({ firstDueOn }: PlanWish, today: CalendarDate) =>
  firstDueOn > addDays(today, organization.plans.firstDueWithinDays);

/** What is wrong with the day of the first payment for any plan. */
function dayFault({ firstDueOn }: PlanWish, today: CalendarDate): PlanFault | undefined {
  if (firstDueOn < today) return 'first_in_past';
  // Today's payment is taken on the call; a later one by the banks, on a day they are open.
  return firstDueOn !== today && !isBusinessDay(firstDueOn) ? 'first_on_closed_day' : undefined;
}

/** Which wish the policy forbids, whatever the amount; undefined when it may be offered. */
export function planFault(wish: PlanWish, today: CalendarDate): PlanFault | undefined {
  if (hasOtherTerm(wish)) return 'term_not_offered';
  const fault = dayFault(wish, today);
  if (fault === 'first_in_past') return fault;
  return isLate(wish, today) ? 'first_too_late' : fault;
}

/**
 * Why there is nothing to ask a second person for; undefined where there is. `needless`: the policy has this plan. Other
 * terms and a later first payment may be allowed, a day that is past or closed may not; what the plan engine reckons
 * with and the law on interest bind an exception like any plan.
 */
export function exceptionFault(
  wish: PlanWish,
  today: CalendarDate,
): PlanFault | 'needless' | undefined {
  if (wish.kind !== 'standard') return 'term_not_offered';
  return dayFault(wish, today) ?? (planFault(wish, today) ? undefined : 'needless');
}

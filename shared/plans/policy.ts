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

/** Which wish the policy forbids, whatever the amount; undefined when it may be offered. */
export function planFault(wish: PlanWish, today: CalendarDate): PlanFault | undefined {
  const { kind, pace, firstDueOn } = wish;
  if (kind === 'standard' && (pace.by !== 'months' || !offersTerm(kind, pace.months))) {
    return 'term_not_offered';
  }
  if (firstDueOn < today) return 'first_in_past';
  if (firstDueOn > addDays(today, organization.plans.firstDueWithinDays)) return 'first_too_late';
  // Today's payment is taken on the call; a later one by the banks, on a day they are open.
  return firstDueOn !== today && !isBusinessDay(firstDueOn) ? 'first_on_closed_day' : undefined;
}

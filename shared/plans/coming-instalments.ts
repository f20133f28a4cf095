import type { CalendarDate } from '../calendar/dates.ts';
import type { Cents } from '../money/cents.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent } from './plan-events.ts';
import { planStanding } from './plan-standing.ts';

/** What will be due on a day to come. */
export interface ComingInstalment {
  readonly dueOn: CalendarDate;
  readonly amountCents: Cents;
}

/**
 * The instalments to come after `on`, if what is past due is paid that day and each of them on its own: what was
 * paid ahead or adjusted makes them fewer, and the last takes the remainder. A plan that went as agreed gives what
 * was disclosed, to the cent. With what is past due their sum is everything that will still be paid.
 */
export function comingInstalments(
  plan: Plan,
  events: readonly PlanEvent[],
  on: CalendarDate,
): ComingInstalment[] {
  const now = planStanding(plan, events, on);
  const paid: PlanEvent[] = [...events];
  const pay = (date: CalendarDate, amountCents: Cents) => {
    if (amountCents > 0) paid.push({ kind: 'instalment', on: date, amountCents });
  };
  pay(on, now.pastDueCents);
  const coming: ComingInstalment[] = [];
  for (const dueOn of now.dueDates) {
    const { payoffCents, pastDueCents } = planStanding(plan, paid, dueOn);
    if (payoffCents === 0) break;
    if (pastDueCents === 0) continue;
    coming.push({ dueOn, amountCents: pastDueCents });
    pay(dueOn, pastDueCents);
  }
  return coming;
}

import type { CalendarDate } from '../calendar/dates.ts';
import { type Cents, cents, sumCents } from '../money/cents.ts';
import { comingInstalments } from './coming-instalments.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent } from './plan-events.ts';
import { dueDatesOf, planStanding } from './plan-standing.ts';

/** What is open of one instalment; its number, 1 for the first, stays whenever it is due. */
export interface OwedInstalment {
  readonly number: number;
  readonly dueOn: CalendarDate;
  readonly amountCents: Cents;
}

/** Money that came after a day, with what was taken off the balance. */
function cameAfter(events: readonly PlanEvent[], day: CalendarDate): Cents {
  return sumCents(
    events.map(event => cents(event.kind === 'pause' || event.on <= day ? 0 : event.amountCents)),
  );
}

/**
 * What ends a plan whose last due date has passed, if it is paid as of that date: later interest is left out, so that
 * a payment which is taken later for no fault of its payer is what was disclosed.
 */
function endsAsOfItsLast(plan: Plan, events: readonly PlanEvent[], lastOn: CalendarDate): Cents {
  const { payoffCents } = planStanding(plan, events, lastOn);
  return cents(Math.max(0, payoffCents - cameAfter(events, lastOn)));
}

/**
 * The instalments of which something is open on `on`, in their order, each with what is its own: money pays the oldest
 * first, so that one is never more than its amount less what was paid of it, and never what another lacks; the last
 * takes the remainder. Those to come are reckoned as if everything before them is paid on its day.
 */
export function owedInstalments(
  plan: Plan,
  events: readonly PlanEvent[],
  on: CalendarDate,
): OwedInstalment[] {
  const until = events.filter(event => event.on <= on);
  const dates = dueDatesOf(plan, until);
  const coming = new Map(
    comingInstalments(plan, until, on).map(each => [each.dueOn, each.amountCents]),
  );
  const { paidInterestCents, paidPrincipalCents, payoffCents } = planStanding(plan, until, on);
  const paid = paidInterestCents + paidPrincipalCents;
  let dueBefore = 0;
  const owed = plan.payments.map(({ amountCents }, index): OwedInstalment => {
    const dueOn = dates[index] as CalendarDate;
    const lacking = Math.max(0, dueBefore - paid);
    dueBefore += amountCents;
    const number = index + 1;
    if (dueOn > on) return { number, dueOn, amountCents: coming.get(dueOn) ?? cents(0) };
    const left =
      number === plan.payments.length
        ? endsAsOfItsLast(plan, until, dueOn) - lacking
        : Math.min(amountCents, dueBefore - paid, payoffCents - lacking);
    return { number, dueOn, amountCents: cents(Math.max(0, left)) };
  });
  return owed.filter(each => each.amountCents > 0);
}

import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { type Cents, cents, sumCents } from '../money/cents.ts';
import { organization } from '../organization/profile.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent } from './plan-events.ts';
import { dueDatesOf, planStanding } from './plan-standing.ts';

/**
 * What is still open on `on` of the instalments that were due until `dueUntil`, in cents: money pays the oldest first,
 * so what was due since then counts last.
 */
export function openOfThoseDue(
  plan: Plan,
  events: readonly PlanEvent[],
  dueUntil: CalendarDate,
  on: CalendarDate,
): Cents {
  const { pastDueCents } = planStanding(plan, events, on);
  const dates = dueDatesOf(
    plan,
    events.filter(event => event.on <= on),
  );
  const since = plan.payments.filter((_, index) => {
    const dueOn = dates[index];
    return dueOn !== undefined && dueOn > dueUntil && dueOn <= on;
  });
  const sinceCents = sumCents(since.map(({ amountCents }) => amountCents));
  return cents(Math.max(0, pastDueCents - sinceCents));
}

/** The last day whose instalments count as missed on `on`: their days of grace are over. */
export function gracedUntil(on: CalendarDate): CalendarDate {
  return addDays(on, -organization.plans.graceDays - 1);
}

/**
 * How many of the instalments that were due until `dueUntil` are open on `on`, wholly or in part. Interest that came
 * on top because money came late is part of none of them, nor does a last payment of more than the others count twice.
 */
export function openInstalments(
  plan: Plan,
  events: readonly PlanEvent[],
  dueUntil: CalendarDate,
  on: CalendarDate,
): number {
  const { paidInterestCents, paidPrincipalCents } = planStanding(plan, events, on);
  const dates = dueDatesOf(
    plan,
    events.filter(event => event.on <= on),
  );
  const due = plan.payments.filter((_, index) => (dates[index] ?? on) <= dueUntil);
  const unpaid =
    sumCents(due.map(({ amountCents }) => amountCents)) - paidInterestCents - paidPrincipalCents;
  let open = Math.min(unpaid, openOfThoseDue(plan, events, dueUntil, on));
  let count = 0;
  for (const { amountCents } of due.toReversed()) {
    if (open <= 0) break;
    open -= amountCents;
    count += 1;
  }
  return count;
}

/** Whether the policy's number of instalments in a row was missed, the oldest of them perhaps in part. */
export function isThreatened(missedInstalments: number): boolean {
  return missedInstalments >= organization.plans.defaultAfterMissed;
}

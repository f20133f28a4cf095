import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { Cents, sumCents } from '../money/cents.ts';
import { comingInstalments } from './coming-instalments.ts';
import type { Plan } from './plan.ts';
import type { PlanEvent } from './plan-events.ts';
import { planStanding } from './plan-standing.ts';

/** What somebody who has a plan wants to know of it, in cents and dates. */
export const PlanPicture = z.object({
  payoffCents: Cents,
  pastDueCents: Cents,
  /** Null where nothing is to come. */
  next: z.object({ dueOn: CalendarDate, amountCents: Cents }).nullable(),
  last: z.object({ dueOn: CalendarDate, amountCents: Cents }).nullable(),
  /** How many payments are to come. */
  payments: z.int().min(0),
  levelCents: Cents,
  /** What will still be paid in all, with what is past due and the interest to come. */
  leftCents: Cents,
});
export type PlanPicture = z.infer<typeof PlanPicture>;

/** A plan as it stands at the end of `on`, as far as it is told to whoever has it. */
export function pictureOf(plan: Plan, events: readonly PlanEvent[], on: CalendarDate): PlanPicture {
  const { payoffCents, pastDueCents } = planStanding(plan, events, on);
  const coming = comingInstalments(plan, events, on);
  return {
    payoffCents,
    pastDueCents,
    next: coming[0] ?? null,
    last: coming.at(-1) ?? null,
    payments: coming.length,
    levelCents: plan.levelCents,
    leftCents: sumCents([pastDueCents, ...coming.map(each => each.amountCents)]),
  };
}

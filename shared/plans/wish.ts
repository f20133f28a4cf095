import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { PositiveCents } from '../money/cents.ts';
import { planLimits } from './limits.ts';

/** How the balance is to be paid: in so many months, or so much a month. */
export const PlanPace = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('months'),
    months: z.int().min(planLimits.months.from).max(planLimits.months.to),
  }),
  z.strictObject({ by: z.literal('payment'), payCents: PositiveCents }),
]);
export type PlanPace = z.infer<typeof PlanPace>;

/** What a caller asks for. Hardship plans may have other terms than the published ones. */
export const PlanWish = z.strictObject({
  kind: z.enum(['standard', 'hardship']),
  pace: PlanPace,
  firstDueOn: CalendarDate,
});
export type PlanWish = z.infer<typeof PlanWish>;

import { z } from 'zod';
import { affordableCentsAMonth } from '../assistance/affordable-payment.ts';
import { CalendarDate } from '../calendar/dates.ts';
import { Cents, cents } from '../money/cents.ts';
import policyFile from './hardship-policy.json' with { type: 'json' };
import type { StateCode } from './states.ts';

const Amount = Cents.refine(each => each >= 0);

/** What a household has and needs in a month, in cents; expenses are essential living expenses. */
export const MonthlyMeans = z.strictObject({ incomeCents: Amount, expensesCents: Amount });
export type MonthlyMeans = z.infer<typeof MonthlyMeans>;

/** What a plan should ask in a month at most, and by which rule. */
export const Affordable = z.strictObject({
  amountCents: Amount,
  by: z.enum(['law', 'policy']),
  rule: z.string(),
});
export type Affordable = z.infer<typeof Affordable>;

/** The means that a hardship plan was offered with, and where they are from. */
export const PlanMeans = MonthlyMeans.extend({
  source: z.enum(['screening', 'typed']),
  affordable: Affordable,
});
export type PlanMeans = z.infer<typeof PlanMeans>;

const HardshipPolicy = z.object({
  effectiveFrom: CalendarDate,
  /** The last day; null while it stands. */
  effectiveUntil: CalendarDate.nullable(),
  percentOfIncome: z.int().min(1).max(100),
  name: z.string(),
});
const { versions } = z.object({ versions: z.array(HardshipPolicy).min(1) }).parse(policyFile);

const CALIFORNIA = 'California Health and Safety Code 127400(i)';

/**
 * What a household can pay in a month, in cents. In California by the formula of its law (Health and Safety Code
 * 127400(i)); elsewhere a part of the income by the organization's own policy, `hardship-policy.json`, and never
 * more than what the essential expenses leave. 0 where nothing is left.
 */
export function affordableFor(
  { incomeCents, expensesCents }: MonthlyMeans,
  { state, on }: { readonly state: StateCode; readonly on: CalendarDate },
): Affordable {
  if (state === 'CA') {
    const amountCents = cents(affordableCentsAMonth(incomeCents, expensesCents));
    return { amountCents, by: 'law', rule: CALIFORNIA };
  }
  const policy =
    versions.find(
      each =>
        each.effectiveFrom <= on && (each.effectiveUntil === null || on <= each.effectiveUntil),
    ) ?? versions[0];
  if (!policy) throw new Error('No hardship policy is on file.');
  const share = Math.floor((incomeCents * policy.percentOfIncome) / 100);
  const left = Math.max(0, incomeCents - expensesCents);
  return { amountCents: cents(Math.min(share, left)), by: 'policy', rule: policy.name };
}

/**
 * Whether a plan asks for more in a month than the household can pay. It may be agreed to all the same, as long as
 * that is said: the law limits only what is set where no plan is agreed (California Health and Safety Code 127400(i)).
 */
export function asksMoreThanAffordable(
  { payments }: { readonly payments: readonly { readonly amountCents: Cents }[] },
  means: Pick<PlanMeans, 'affordable'> | null,
): boolean {
  return means !== null && payments.some(each => each.amountCents > means.affordable.amountCents);
}

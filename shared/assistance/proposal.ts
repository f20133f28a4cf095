import { z } from 'zod';
import type { CalendarDate } from '../calendar/dates.ts';
import { answersFor } from './answers.ts';
import { assistancePolicy } from './policy.ts';
import { type Household, ScreeningReason } from './screening.ts';

/** What the rule says of an application, with the figures it compared; all in cents a year. */
export const AwardProposal = z.object({
  /** Null where the rule gives nothing, or cannot say. */
  percent: z.int().min(1).max(100).nullable(),
  reason: ScreeningReason,
  /** Of the guideline, or of the income where expenses decided; null where neither did. */
  limitPercent: z.int().nullable(),
  policy: z.object({ name: z.string(), effectiveFrom: z.string() }).nullable(),
  people: z.int().positive(),
  incomeCents: z.int().min(0).nullable(),
  guidelineCents: z.int().positive(),
  percentOfGuidelineBps: z.int().min(0).nullable(),
  medicalExpensesCents: z.int().min(0).nullable(),
  /** The percentages that the policy knows, the largest first: no other is ever awarded. */
  percents: z.array(z.int().min(1).max(100)),
});
export type AwardProposal = z.infer<typeof AwardProposal>;

/** The percentages that a region's policy awards on a day, the largest first; none where no policy is in force. */
function awardPercents(region: Household['region'], on: CalendarDate): number[] {
  const policy = assistancePolicy(region, on);
  if (!policy) return [];
  const all = [...policy.awards, policy.byExpenses].map(({ awardPercent }) => awardPercent);
  return [...new Set(all)].sort((left, right) => right - left);
}

/** The award of a household by the policy of its region that was in force on `on`, the day it applied. */
export function proposalFor(household: Household, on: CalendarDate): AwardProposal {
  const answers = answersFor(household, on);
  const mfa = answers.results.find(({ programme }) => programme === 'mfa');
  const award = mfa?.award;
  const { policy, guideline, incomeCentsAYear, percentOfGuidelineBps } = answers;
  return {
    percent: award?.percent ?? null,
    reason: mfa?.reason ?? 'no_policy',
    limitPercent: award?.by === 'expenses' ? award.ofIncomePercent : (mfa?.limitPercent ?? null),
    policy: policy && { name: policy.name, effectiveFrom: policy.effectiveFrom },
    people: household.people,
    incomeCents: incomeCentsAYear,
    guidelineCents: guideline.cents,
    percentOfGuidelineBps,
    medicalExpensesCents: household.medicalExpensesCents,
    percents: awardPercents(household.region, on),
  };
}

import { z } from 'zod';
import type { AssistancePolicy } from './policy.ts';
import { isWithin } from './poverty-guideline.ts';

/** What a household's award hangs on, in cents a year and of twelve months. */
export interface Means {
  readonly incomeCents: number;
  readonly guidelineCents: number;
  /** Of twelve months; null while nobody has said. */
  readonly medicalExpensesCents: number | null;
}

/** How much of an eligible balance is awarded, and by which rule of the policy. */
export const Award = z.discriminatedUnion('by', [
  z.object({ percent: z.int(), by: z.literal('income'), uptoPercent: z.int() }),
  z.object({ percent: z.int(), by: z.literal('expenses'), ofIncomePercent: z.int() }),
]);
export type Award = z.infer<typeof Award>;

/**
 * The award a policy gives, the larger where both rules give one; undefined where neither does. Compared
 * to the cent: an income one cent above a limit is above it.
 */
export function awardFor(policy: AssistancePolicy, means: Means): Award | undefined {
  const tier = policy.awards.find(({ uptoPercent }) =>
    isWithin(means.incomeCents, { percent: uptoPercent, guideline: means.guidelineCents }),
  );
  if (tier && tier.awardPercent >= policy.byExpenses.awardPercent) {
    return { percent: tier.awardPercent, by: 'income', uptoPercent: tier.uptoPercent };
  }
  const { percentOfIncome, awardPercent } = policy.byExpenses;
  const reached =
    means.medicalExpensesCents !== null &&
    means.medicalExpensesCents * 100 >= means.incomeCents * percentOfIncome;
  if (reached) return { percent: awardPercent, by: 'expenses', ofIncomePercent: percentOfIncome };
  return tier && { percent: tier.awardPercent, by: 'income', uptoPercent: tier.uptoPercent };
}

/** What an award takes off an open charge, in cents: what is left of a cent is the patient's gain. */
export function awardedCents(openCents: number, percent: number): number {
  return Math.ceil((openCents * percent) / 100);
}

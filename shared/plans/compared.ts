import { z } from 'zod';
import { ProblemCode } from '../contract/problem.ts';
import { PositiveCents } from '../money/cents.ts';
import { PlanDisclosure } from './offer.ts';
import { PlanWish } from './wish.ts';

/** A plan that was reckoned to be compared, or why there is none. */
export const ComparedPlan = z.object({
  wish: PlanWish,
  disclosure: PlanDisclosure.nullable(),
  problem: ProblemCode.nullable(),
  /** Of a payment that is too small: the least that is enough. */
  leastCents: PositiveCents.nullable(),
});
export type ComparedPlan = z.infer<typeof ComparedPlan>;

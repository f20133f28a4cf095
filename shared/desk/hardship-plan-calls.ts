import { z } from 'zod';
import { hardshipPlanRoutes, PlanGround } from '../contract/hardship-plans.ts';
import { PlansToCompare } from '../contract/plans.ts';
import { AgreedPlan } from '../plans/agreed.ts';
import { MonthlyMeans } from '../plans/means.ts';
import { CopyWay, PlanOffer } from '../plans/offer.ts';
import { PlanWish } from '../plans/wish.ts';
import { call } from './call.ts';

const caseId = z.uuid();
const offerId = z.uuid();
const language = z.enum(['en', 'es']);

/** Plans in a counselor's case. None of it is kept at this desk: without the backend it is refused. */
export const hardshipPlanCalls = {
  'hardshipPlans.ground': call({ input: z.strictObject({ caseId }), output: PlanGround }),
  'hardshipPlans.compare': call({
    input: z.strictObject({ caseId, wishes: PlansToCompare, means: MonthlyMeans.nullable() }),
    output: hardshipPlanRoutes.compareCasePlans.reply,
  }),
  /** The page mints the id and keeps it with what is read aloud of the offer. */
  'hardshipPlans.offer': call({
    input: z.strictObject({ caseId, offerId, wish: PlanWish, means: MonthlyMeans }),
    output: PlanOffer,
  }),
  'hardshipPlans.copy': call({
    input: z.strictObject({ caseId, offerId, way: CopyWay, language }),
    output: PlanOffer,
  }),
  /** The page mints the id with the yes and keeps it, so that asking again makes no second plan. */
  'hardshipPlans.agree': call({
    input: z.strictObject({
      caseId,
      planId: z.uuid(),
      offerId,
      language,
      recordingReference: z.string().trim().min(1).max(40),
      /** They agreed in words to more in a month than they can be asked for. */
      aboveAffordable: z.boolean(),
    }),
    output: AgreedPlan,
  }),
  /** The disclosure as PDF, of an offer in this case or of a plan; null when nobody named a file. */
  'hardshipPlans.save': call({
    input: z.strictObject({ caseId, offerId, language }),
    output: z.object({ savedAs: z.string().nullable() }),
  }),
};

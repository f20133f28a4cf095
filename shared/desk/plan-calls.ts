import { z } from 'zod';
import { PlansToCompare, planRoutes } from '../contract/plans.ts';
import { AgreedPlan } from '../plans/agreed.ts';
import { CopyWay, PlanOffer } from '../plans/offer.ts';
import { PlanWish } from '../plans/wish.ts';
import { call } from './call.ts';

const offerId = z.uuid();
const language = z.enum(['en', 'es']);

/** Payment plans. None of it is kept for later at this desk: without the backend it is refused. */
export const planCalls = {
  /** Side by side, with everything that would be disclosed; nothing of it is kept. */
  'plans.compare': call({
    input: z.strictObject({ wishes: PlansToCompare, asException: z.boolean().optional() }),
    output: planRoutes.comparePlans.reply,
  }),
  /** What was offered on this call today, whatever this desk or its page have forgotten since. */
  'plans.offers': call({ input: z.null(), output: planRoutes.openPlanOffers.reply }),
  /** The page mints the id and keeps it with what is read aloud of the offer. */
  'plans.offer': call({
    input: z.strictObject({ offerId, wish: PlanWish, exceptionId: z.uuid().optional() }),
    output: PlanOffer,
  }),
  /** How the written copy gets to the caller; before that nothing can be agreed to. */
  'plans.copy': call({
    input: z.strictObject({ offerId, way: CopyWay, language: language.optional() }),
    output: PlanOffer,
  }),
  /** The page mints the id with the caller's yes and keeps it, so that asking again makes no second plan. */
  'plans.agree': call({
    input: z.strictObject({
      planId: z.uuid(),
      offerId,
      language,
      /** With an application open: the caller was offered the screening first and wants the plan all the same. */
      screeningPassed: z.boolean(),
    }),
    output: AgreedPlan,
  }),
  'plans.list': call({ input: z.null(), output: planRoutes.plans.reply }),
  /** Before the last payment of a plan is taken: its charges hold then what it asks for. */
  'plans.billLast': call({ input: z.strictObject({ planId: z.uuid() }), output: AgreedPlan }),
  /** The disclosure as PDF, of an offer of this call or of a plan; null when nobody named a file. */
  'plans.save': call({
    input: z.strictObject({ offerId, language }),
    output: z.object({ savedAs: z.string().nullable() }),
  }),
};

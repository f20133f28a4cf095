import { z } from 'zod';
import { CalendarDate } from '../calendar/dates.ts';
import { Cents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AgreedPlan } from '../plans/agreed.ts';
import { ComparedPlan } from '../plans/compared.ts';
import { Affordable, MonthlyMeans } from '../plans/means.ts';
import { CopyWay, PlanAcceptance, PlanOffer } from '../plans/offer.ts';
import { Qualifies } from '../plans/qualifies.ts';
import { ScreenedMeans } from '../plans/screened-means.ts';
import { StateCode } from '../plans/states.ts';
import { PlanWish } from '../plans/wish.ts';
import { notAgreed, notOffered, PlansToCompare } from './plans.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const caseId = z.uuid();
const byCase = z.object({ caseId });
const byOffer = z.object({ caseId, offerId: z.uuid() });
const always = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'case_not_found',
] as const satisfies ProblemCode[];
const owned = [...always, 'case_closed', 'case_not_taken', 'case_taken'] as const;

/** What a plan in a case is built from. */
export const PlanGround = z.object({
  /** The date where the household lives. */
  today: CalendarDate,
  region: RegionCode,
  state: StateCode,
  /** What a plan would pay: open medical care, less what is disputed and what waits for the insurance. */
  openCents: Cents,
  /** What the insurance has not answered yet: in no plan until it has. */
  pendingCents: Cents,
  screened: ScreenedMeans.nullable(),
  qualifies: Qualifies,
  /** The law that forbids interest on a hardship plan here; null where none on file does. */
  interestForbiddenBy: z.string().nullable(),
  language: z.enum(['en', 'es']),
  /** They agreed to have by e-mail what must be in writing. */
  hasEmail: z.boolean(),
  /** The newest first. */
  plans: z.array(AgreedPlan),
  /** What was offered in this case today and is no plan yet, the newest first. */
  offers: z.array(PlanOffer),
});
export type PlanGround = z.infer<typeof PlanGround>;

/** Plans in a counselor's case. Reading needs the role and the region, everything else the case itself. */
export const hardshipPlanRoutes = {
  planGround: route({
    method: 'GET',
    path: '/v1/hardship-cases/:caseId/plan-ground',
    summary: 'What a hardship plan is built from: what is open, the household, plans and offers',
    params: byCase,
    status: 200,
    reply: PlanGround,
    problems: always,
  }),
  compareCasePlans: route({
    method: 'POST',
    path: '/v1/hardship-cases/:caseId/plan-comparisons',
    summary:
      'Reckon plans beside each other, and what the household can pay in a month; nothing is kept',
    params: byCase,
    body: z.strictObject({ wishes: PlansToCompare, means: MonthlyMeans.nullable() }),
    status: 200,
    reply: z.object({ affordable: Affordable.nullable(), compared: z.array(ComparedPlan) }),
    problems: [...always, 'plan_exists'],
  }),
  offerCasePlan: route({
    method: 'PUT',
    path: '/v1/hardship-cases/:caseId/plan-offers/:offerId',
    summary:
      'Offer a plan with what the household can pay beside it. Sent again it is answered alike',
    params: byOffer,
    body: z.strictObject({ wish: PlanWish, means: MonthlyMeans }),
    status: 200,
    reply: PlanOffer,
    problems: [...owned, 'key_reused', ...notOffered],
  }),
  copyCasePlan: route({
    method: 'POST',
    path: '/v1/hardship-cases/:caseId/plan-offers/:offerId/copy',
    summary:
      'Send the written copy of the disclosure, or note that it can be read online; in the language of the guarantor unless one is named',
    params: byOffer,
    body: z.strictObject({ way: CopyWay, language: z.enum(['en', 'es']).optional() }),
    status: 200,
    reply: PlanOffer,
    problems: [...owned, 'plan_offer_not_found', 'plan_offer_expired', 'plan_copy_no_email'],
  }),
  agreeCasePlan: route({
    method: 'PUT',
    path: '/v1/hardship-cases/:caseId/plans/:planId',
    summary: 'Agree to an offered plan as it was disclosed. Sent again it is answered alike',
    params: z.object({ caseId, planId: z.uuid() }),
    body: z.strictObject({ acceptance: PlanAcceptance }),
    status: 200,
    reply: AgreedPlan,
    problems: [...owned, ...notAgreed, 'plan_above_affordable'],
  }),
};

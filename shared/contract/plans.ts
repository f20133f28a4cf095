import { z } from 'zod';
import { AgreedPlan } from '../plans/agreed.ts';
import { ComparedPlan } from '../plans/compared.ts';
import { CopyWay, PlanAcceptance, PlanOffer } from '../plans/offer.ts';
import { PlanWish } from '../plans/wish.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const verificationId = z.uuid();
const Language = z.enum(['en', 'es']);
const byOffer = z.object({ offerId: z.uuid() });
const always = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'not_verified',
] as const satisfies ProblemCode[];

/** Why a plan that is asked for is not offered. */
export const notOffered = [
  'plan_exists',
  'plan_term_not_offered',
  'plan_first_in_past',
  'plan_first_on_closed_day',
  'plan_first_too_late',
  'plan_nothing_owed',
  'plan_waits_for_insurance',
  'plan_payment_too_small',
  'plan_paid_at_once',
  'plan_not_possible',
] as const satisfies ProblemCode[];

/** Why a yes to an offered plan does not count. */
export const notAgreed = [
  'key_reused',
  'plan_exists',
  'plan_offer_not_found',
  'plan_offer_expired',
  'plan_balance_changed',
  'plan_copy_missing',
  'plan_disclosure_differs',
] as const satisfies ProblemCode[];

/** As many as stand beside each other on a screen. */
export const PlansToCompare = z.array(PlanWish).min(1).max(4);

export const planRoutes = {
  comparePlans: route({
    method: 'POST',
    path: '/v1/plan-comparisons',
    summary:
      'Reckon plans beside each other, each with everything that would be disclosed of it; nothing is kept',
    body: z.strictObject({
      verificationId,
      wishes: PlansToCompare,
      /** As plans that a second person has to allow. */
      asException: z.boolean().optional(),
    }),
    status: 200,
    reply: z.object({ compared: z.array(ComparedPlan) }),
    problems: [...always, 'plan_exists'],
  }),
  offerPlan: route({
    method: 'PUT',
    path: '/v1/plan-offers/:offerId',
    summary:
      'Reckon a plan over what is open of medical care, with everything that is disclosed of it. Sent again it is answered alike',
    params: byOffer,
    body: z.strictObject({
      verificationId,
      wish: PlanWish,
      /** The approved exception that allows these terms. */
      exceptionId: z.uuid().optional(),
    }),
    status: 200,
    reply: PlanOffer,
    problems: [
      ...always,
      'key_reused',
      ...notOffered,
      'plan_exception_needless',
      'plan_exception_not_found',
      'plan_exception_over',
      'plan_exception_differs',
    ],
  }),
  openPlanOffers: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId/plan-offers',
    summary: 'What was offered on this call today and is no plan yet, the newest first',
    params: z.object({ verificationId }),
    status: 200,
    reply: z.object({ offers: z.array(PlanOffer) }),
    problems: always,
  }),
  notePlanCopy: route({
    method: 'POST',
    path: '/v1/plan-offers/:offerId/copy',
    summary:
      'Send the written copy of the disclosure, or note that it can be read online; in the language of the guarantor unless one is named',
    params: byOffer,
    body: z.strictObject({ verificationId, way: CopyWay, language: Language.optional() }),
    status: 200,
    reply: PlanOffer,
    problems: [...always, 'plan_offer_not_found', 'plan_offer_expired', 'plan_copy_no_email'],
  }),
  agreePlan: route({
    method: 'PUT',
    path: '/v1/plans/:planId',
    summary: 'Agree to an offered plan as it was disclosed. Sent again it is answered alike',
    params: z.object({ planId: z.uuid() }),
    body: z.strictObject({ verificationId, acceptance: PlanAcceptance }),
    status: 200,
    reply: AgreedPlan,
    problems: [...always, ...notAgreed, 'plan_exception_over'],
  }),
  billLastInstalment: route({
    method: 'POST',
    path: '/v1/plans/:planId/last-instalment',
    summary:
      'Bill the interest that the last payment of a plan takes, on whatever day it is paid; where more is to come nothing is billed. Sent again it is answered alike',
    params: z.object({ planId: z.uuid() }),
    body: z.strictObject({ verificationId }),
    status: 200,
    reply: AgreedPlan,
    problems: [...always, 'plan_not_found', 'plan_ended', 'plan_paid_already'],
  }),
  plans: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId/plans',
    summary: 'The plans of this guarantor, the newest first, and where each of them stands today',
    params: z.object({ verificationId }),
    status: 200,
    reply: z.object({ plans: z.array(AgreedPlan) }),
    problems: always,
  }),
};

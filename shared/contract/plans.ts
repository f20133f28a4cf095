import { z } from 'zod';
import { AgreedPlan } from '../plans/agreed.ts';
import { CopyWay, PlanAcceptance, PlanOffer } from '../plans/offer.ts';
import { PlanWish } from '../plans/wish.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const verificationId = z.uuid();
const byOffer = z.object({ offerId: z.uuid() });
const always = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'not_verified',
] as const satisfies ProblemCode[];

export const planRoutes = {
  offerPlan: route({
    method: 'PUT',
    path: '/v1/plan-offers/:offerId',
    summary:
      'Reckon a plan over what is open of medical care, with everything that is disclosed of it. Sent again it is answered alike',
    params: byOffer,
    body: z.strictObject({ verificationId, wish: PlanWish }),
    status: 200,
    reply: PlanOffer,
    problems: [
      ...always,
      'key_reused',
      'plan_exists',
      'plan_term_not_offered',
      'plan_first_in_past',
      'plan_first_on_closed_day',
      'plan_first_too_late',
      'plan_nothing_owed',
      'plan_payment_too_small',
      'plan_not_possible',
    ],
  }),
  notePlanCopy: route({
    method: 'POST',
    path: '/v1/plan-offers/:offerId/copy',
    summary: 'Note that the written copy of the disclosure is on its way, or can be read online',
    params: byOffer,
    body: z.strictObject({ verificationId, way: CopyWay }),
    status: 200,
    reply: PlanOffer,
    problems: [...always, 'plan_offer_not_found', 'plan_offer_expired'],
  }),
  agreePlan: route({
    method: 'PUT',
    path: '/v1/plans/:planId',
    summary: 'Agree to an offered plan as it was disclosed. Sent again it is answered alike',
    params: z.object({ planId: z.uuid() }),
    body: z.strictObject({ verificationId, acceptance: PlanAcceptance }),
    status: 200,
    reply: AgreedPlan,
    problems: [
      ...always,
      'key_reused',
      'plan_exists',
      'plan_offer_not_found',
      'plan_offer_expired',
      'plan_balance_changed',
      'plan_copy_missing',
      'plan_disclosure_differs',
    ],
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

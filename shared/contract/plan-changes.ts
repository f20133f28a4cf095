import { z } from 'zod';
import { AgreedPlan } from '../plans/agreed.ts';
import { PlanChangeAgreement, PlanChangeOffer, PlanChangeWish } from '../plans/change.ts';
import { CopyWay } from '../plans/offer.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

/** Where a plan is changed: on a verified call, or in a case that the counselor has. */
export const PlanPlace = z.union([
  z.strictObject({ verificationId: z.uuid() }),
  z.strictObject({ caseId: z.uuid() }),
]);
export type PlanPlace = z.infer<typeof PlanPlace>;

const byChange = z.object({ changeId: z.uuid() });
const always = [
  'bad_request',
  'signed_out',
  'not_allowed',
  'not_verified',
  'case_not_found',
  'case_closed',
  'case_not_taken',
  'case_taken',
] as const satisfies ProblemCode[];
/** Why a plan cannot be changed so. */
const notSo = [
  'plan_not_found',
  'plan_ended',
  'plan_paid_already',
  'plan_change_by_counselor',
  'plan_term_not_offered',
  'plan_nothing_owed',
  'plan_payment_too_small',
  'plan_not_possible',
  'plan_nothing_to_pause',
  'plan_rests_already',
  'plan_pause_too_long',
  'plan_not_resting',
  'plan_nothing_to_add',
] as const satisfies ProblemCode[];

export const planChangeRoutes = {
  offerPlanChange: route({
    method: 'PUT',
    path: '/v1/plan-changes/:changeId',
    summary:
      'Reckon a change of a plan that stands, with everything that is explained of it. Sent again it is answered alike',
    params: byChange,
    body: z.strictObject({ place: PlanPlace, planId: z.uuid(), wish: PlanChangeWish }),
    status: 200,
    reply: PlanChangeOffer,
    problems: [...always, ...notSo, 'key_reused'],
  }),
  notePlanChangeCopy: route({
    method: 'POST',
    path: '/v1/plan-changes/:changeId/copy',
    summary: 'Note that the written copy of a change is on its way, or can be read online',
    params: byChange,
    body: z.strictObject({ place: PlanPlace, way: CopyWay }),
    status: 200,
    reply: PlanChangeOffer,
    problems: [
      ...always,
      'plan_change_not_found',
      'plan_offer_not_found',
      'plan_offer_expired',
      'plan_copy_no_email',
    ],
  }),
  agreePlanChange: route({
    method: 'POST',
    path: '/v1/plan-changes/:changeId/agreement',
    summary:
      'Change a plan as it was explained, and answer with the plan that stands then, or the one that ended. Sent again it is answered alike',
    params: byChange,
    body: z.strictObject({ place: PlanPlace, agreement: PlanChangeAgreement }),
    status: 200,
    reply: AgreedPlan,
    problems: [
      ...always,
      ...notSo,
      'key_reused',
      'plan_change_not_found',
      'plan_changed_meanwhile',
      'plan_copy_missing',
    ],
  }),
};

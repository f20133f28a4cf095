import { z } from 'zod';
import {
  Approval,
  ApprovalDetail,
  ApprovalFollows,
  ApprovalKind,
  AskedApproval,
} from '../billing/approval.ts';
import { Instant } from '../calendar/dates.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { PlanWish } from '../plans/wish.ts';
import { Reason } from '../text/reason.ts';
import { ofPayment, verificationOrNone } from './of-payment.ts';
import { notOffered } from './plans.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

/** As many requests as one page of the queue has. */
export const APPROVALS_AT_ONCE = 50;

const byId = z.object({ requestId: z.uuid() });
const one = z.object({ kind: ApprovalKind, approvalId: z.uuid() });
const asked = z.object({ approvals: z.array(AskedApproval) });
const ofPlans = ['bad_request', 'signed_out', 'not_allowed', 'not_verified'] as const;

/** Where a page of the queue goes on. */
export const AfterApproval = z.object({ afterAt: Instant, afterId: z.uuid() });

export const ApprovalDecision = z.strictObject({
  decision: z.enum(['approve', 'decline']),
  reason: Reason,
  /** What the page said would follow from a yes; refused where something else would by now. */
  follows: ApprovalFollows.nullable(),
});
export type ApprovalDecision = z.infer<typeof ApprovalDecision>;

/** Why a decision is refused; `meanwhile` says who decided what and when, or what the payment became. */
const notDecided = [
  'approval_not_found',
  'own_approval',
  'card_in_reason',
  'approval_decided',
  'approval_over',
  'approval_differs',
  'refund_not_found',
  'own_refund',
  'decided_approved',
  'decided_declined',
  'not_refundable',
  'waiver_not_found',
  'own_waiver',
  'waiver_decided',
  'nothing_to_waive',
  'payment_not_found',
  'still_in_flight',
  'outcome_approved',
  'outcome_declined',
  'outcome_not_charged',
] as const satisfies ProblemCode[];

/** What needs a second person, of every kind in one queue; and the requests that have no other place. */
export const approvalRoutes = {
  approvals: route({
    method: 'GET',
    path: '/v1/approvals',
    summary: 'What waits for a second person, of one kind or all, the oldest first',
    query: AfterApproval.partial().extend({ kind: ApprovalKind.optional() }),
    status: 200,
    reply: z.object({
      approvals: z.array(Approval).max(APPROVALS_AT_ONCE),
      /** Ask for what follows with these; null where nothing does. */
      next: AfterApproval.nullable(),
    }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
  approval: route({
    method: 'GET',
    path: '/v1/approvals/:kind/:approvalId',
    summary: 'One request, decided or not, with its payment and what a yes would do now',
    params: one,
    status: 200,
    reply: ApprovalDetail,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'approval_not_found'],
  }),
  decideApproval: route({
    method: 'POST',
    path: '/v1/approvals/:kind/:approvalId/decision',
    summary:
      'Approve or decline, by a supervisor who did not ask; the same decision by the same person again changes nothing',
    params: one,
    body: ApprovalDecision,
    status: 200,
    reply: ApprovalDetail,
    problems: ['bad_request', 'signed_out', 'not_allowed', ...notDecided],
  }),
  askLateVoid: route({
    method: 'PUT',
    path: '/v1/late-voids/:requestId',
    summary:
      'Ask that a payment be taken back after its cut-off; a supervisor decides. The same request twice changes nothing',
    params: byId,
    body: z.strictObject({ key: AttemptKey, reason: Reason, verificationId: verificationOrNone }),
    status: 200,
    reply: AskedApproval,
    problems: [
      ...ofPayment,
      'card_in_reason',
      'not_voidable',
      'void_instead',
      'refund_open',
      'approval_open',
      'key_reused',
    ],
  }),
  askOverride: route({
    method: 'PUT',
    path: '/v1/override-requests/:requestId',
    summary:
      'Ask that another payment may start although the outcome of this one is open; a supervisor decides',
    params: byId,
    body: z.strictObject({ key: AttemptKey, reason: Reason, verificationId: verificationOrNone }),
    status: 200,
    reply: AskedApproval,
    problems: [
      ...ofPayment,
      'card_in_reason',
      'still_in_flight',
      'outcome_approved',
      'outcome_declined',
      'outcome_not_charged',
      'approval_open',
      'key_reused',
    ],
  }),
  approvalsOfPayment: route({
    method: 'GET',
    path: '/v1/payments/:key/approvals',
    summary: 'What was asked for about a payment and what was decided, in order',
    params: z.object({ key: AttemptKey }),
    query: z.object({ verificationId: z.uuid().optional() }),
    status: 200,
    reply: asked,
    problems: ofPayment,
  }),
  askPlanException: route({
    method: 'PUT',
    path: '/v1/plan-exceptions/:requestId',
    summary:
      'Ask for a plan that the policy does not have, with its exact terms; a supervisor decides',
    params: byId,
    body: z.strictObject({ verificationId: z.uuid(), wish: PlanWish, reason: Reason }),
    status: 200,
    reply: AskedApproval,
    problems: [
      ...ofPlans,
      ...notOffered,
      'card_in_reason',
      'plan_exception_needless',
      'approval_open',
      'key_reused',
    ],
  }),
  planExceptions: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId/plan-exceptions',
    summary: 'Other terms that were asked for by this guarantor, the newest first',
    params: z.object({ verificationId: z.uuid() }),
    status: 200,
    reply: asked,
    problems: [...ofPlans],
  }),
};

import { z } from 'zod';
import { ApprovalDetail, ApprovalKind, AskedApproval } from '../billing/approval.ts';
import { AfterApproval, ApprovalDecision, approvalRoutes } from '../contract/approvals.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { PlanWish } from '../plans/wish.ts';
import { Reason } from '../text/reason.ts';
import { call } from './call.ts';

const one = z.strictObject({ kind: ApprovalKind, approvalId: z.uuid() });
const aboutPayment = z.strictObject({ requestId: z.uuid(), key: AttemptKey, reason: Reason });

/**
 * What needs a second person. Ids are minted by the page when a form opens and kept with it, so that asking again after
 * a lost answer is the same request.
 */
export const approvalCalls = {
  'approvals.waiting': call({
    input: AfterApproval.partial().extend({ kind: ApprovalKind.optional() }),
    output: approvalRoutes.approvals.reply,
  }),
  'approvals.read': call({ input: one, output: ApprovalDetail }),
  'approvals.decide': call({
    input: ApprovalDecision.extend(one.shape),
    output: ApprovalDetail,
  }),
  'approvals.askLateVoid': call({ input: aboutPayment, output: AskedApproval }),
  'approvals.askOverride': call({ input: aboutPayment, output: AskedApproval }),
  'approvals.ofPayment': call({
    input: z.strictObject({ key: AttemptKey }),
    output: approvalRoutes.approvalsOfPayment.reply,
  }),
  'approvals.askPlan': call({
    input: z.strictObject({ requestId: z.uuid(), wish: PlanWish, reason: Reason }),
    output: AskedApproval,
  }),
  /** Of the guarantor whose bill the verified caller hears. */
  'approvals.plans': call({ input: z.null(), output: approvalRoutes.planExceptions.reply }),
};

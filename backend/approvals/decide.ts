import type { ApprovalDetail } from '#shared/billing/approval.ts';
import { RefundKey } from '#shared/billing/refund.ts';
import type { ApprovalDecision } from '#shared/contract/approvals.ts';
import { problemStatus } from '#shared/contract/problem.ts';
import { refuseCardInReason } from '../after-payment/about-payment.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { PaymentParts } from '../payments/submit.ts';
import { decideRefund } from '../refunds/decide.ts';
import { decideWaiver } from '../waivers/decide.ts';
import { type Afterwards, approveLateVoid } from './approve-late-void.ts';
import { approveOverride } from './approve-override.ts';
import { approvePlanException } from './approve-plan-exception.ts';
import { isDecided, lockRequest } from './lock-request.ts';
import { type OneApproval, readApproval } from './read-approval.ts';
import { refuseFormerSupervisor } from './still-supervisor.ts';
import { writeDecision } from './write-decision.ts';

/** Decides a request that has rows of its own, all or nothing, and then has done what follows outside. */
async function decideRequest(
  parts: PaymentParts,
  requestId: string,
  decision: ApprovalDecision,
  person: Person,
): Promise<void> {
  const afterwards = await parts.db.transaction().execute(async (trx): Promise<Afterwards> => {
    await refuseFormerSupervisor(trx, person);
    const request = await lockRequest(trx, requestId, person);
    const deciding = { request, decision, person, now: parts.clock() };
    if (isDecided(request, decision, person)) return async () => undefined;
    if (decision.decision === 'decline') await writeDecision(trx, deciding);
    else if (request.kind === 'late_void') return approveLateVoid(trx, deciding, parts.leaseMs);
    else if (request.kind === 'override') await approveOverride(trx, deciding);
    else await approvePlanException(trx, deciding);
    return async () => undefined;
  });
  await afterwards(parts);
}

async function decideOne(
  parts: PaymentParts,
  { kind, approvalId }: OneApproval,
  decision: ApprovalDecision,
  person: Person,
): Promise<unknown> {
  const { reason } = decision;
  const isYes = decision.decision === 'approve';
  if (kind === 'refund') {
    const key = RefundKey.safeParse(approvalId);
    if (!key.success) throw new Refused('approval_not_found');
    return decideRefund(parts, key.data, decision, person);
  }
  if (kind === 'fee_waiver') {
    const waiver = { decision: isYes ? ('waive' as const) : ('deny' as const), reason };
    return decideWaiver(parts.db, approvalId, waiver, person, parts.clock());
  }
  return decideRequest(parts, approvalId, decision, person);
}

/** The same refusal with what happened meanwhile, where the request is there and something did. */
async function withMeanwhile(
  { db, clock }: PaymentParts,
  one: OneApproval,
  person: Person,
  refused: Refused,
): Promise<Refused> {
  if (problemStatus[refused.code] !== 409) return refused;
  const { state, decided, payment } = await readApproval(db, one, person, clock());
  const decision = state === 'approved' || state === 'declined' ? state : null;
  const meanwhile = {
    decision,
    byName: decided?.byName ?? null,
    at: decided?.at ?? null,
    paymentState: payment?.state ?? null,
    paymentStateAt: payment?.stateAt ?? null,
  };
  return new Refused(refused.code, { ...refused.about, meanwhile });
}

/**
 * Approves or declines a request of any kind, by a supervisor who did not ask for it. The same decision by the same
 * person again changes nothing; one that comes late is refused with what happened meanwhile.
 */
export async function decideApproval(
  parts: PaymentParts,
  one: OneApproval,
  decision: ApprovalDecision,
  person: Person,
): Promise<ApprovalDetail> {
  refuseCardInReason(decision.reason);
  try {
    await decideOne(parts, one, decision, person);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    throw await withMeanwhile(parts, one, person, refused);
  }
  return readApproval(parts.db, one, person, parts.clock());
}

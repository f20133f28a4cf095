import { z } from 'zod';
import { FeeWaiver } from '../billing/fee-waiver.ts';
import { Reason } from '../text/reason.ts';
import { route } from './route.ts';

/** The most requests that are listed at once. */
export const MOST_WAIVERS = 200;

const byId = z.object({ waiverId: z.uuid() });

/** A request that waits, with whose it is. */
export const WaitingWaiver = FeeWaiver.extend({ guarantorName: z.string() });
export type WaitingWaiver = z.infer<typeof WaitingWaiver>;

export const WaiverDecision = z.strictObject({
  decision: z.enum(['waive', 'deny']),
  reason: Reason,
});
export type WaiverDecision = z.infer<typeof WaiverDecision>;

/** Late fees that a caller asks not to pay: asked for on a call, decided by a supervisor who did not ask. */
export const waiverRoutes = {
  askWaiver: route({
    method: 'PUT',
    path: '/v1/fee-waivers/:waiverId',
    summary:
      'Ask that what is open of a late fee be waived; the same request twice changes nothing',
    params: byId,
    body: z.strictObject({ chargeId: z.uuid(), reason: Reason, verificationId: z.uuid() }),
    status: 200,
    reply: FeeWaiver,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'not_verified',
      'not_found',
      'card_in_reason',
      'not_a_late_fee',
      'nothing_to_waive',
      'waiver_open',
      'key_reused',
    ],
  }),
  waivers: route({
    method: 'GET',
    path: '/v1/guarantors/:guarantorId/fee-waivers',
    summary: 'What was asked for and decided about the late fees of a guarantor, the newest first',
    params: z.object({ guarantorId: FeeWaiver.shape.guarantorId }),
    query: z.object({ verificationId: z.uuid() }),
    status: 200,
    reply: z.object({ waivers: z.array(FeeWaiver).max(MOST_WAIVERS) }),
    problems: ['bad_request', 'signed_out', 'not_allowed', 'not_verified'],
  }),
  waitingWaivers: route({
    method: 'GET',
    path: '/v1/waiting-fee-waivers',
    summary: 'Late fees whose waiver waits for a second person, the oldest first',
    status: 200,
    reply: z.object({ waivers: z.array(WaitingWaiver).max(MOST_WAIVERS) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  decideWaiver: route({
    method: 'POST',
    path: '/v1/fee-waivers/:waiverId/decision',
    summary: 'Waive a late fee, or deny it, by a supervisor who did not ask for it',
    params: byId,
    body: WaiverDecision,
    status: 200,
    reply: FeeWaiver,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'card_in_reason',
      'waiver_not_found',
      'own_waiver',
      'waiver_decided',
      'nothing_to_waive',
    ],
  }),
};

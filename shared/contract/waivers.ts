import { z } from 'zod';
import { FeeWaiver } from '../billing/fee-waiver.ts';
import { Reason } from '../text/reason.ts';
import { route } from './route.ts';

/** The most requests that are listed at once. */
export const MOST_WAIVERS = 200;

const byId = z.object({ waiverId: z.uuid() });

/** Late fees that a caller asks not to pay: asked for on a call, decided with everything else that needs a second person. */
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
};

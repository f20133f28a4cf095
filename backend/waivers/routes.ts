import type { FastifyInstance } from 'fastify';
import { refuseCardInReason } from '../after-payment/about-payment.ts';
import { verifiedFor } from '../balance/verified-for.ts';
import { personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { askWaiver } from './ask.ts';
import { waiversOf } from './read.ts';

/** Late fees that a caller asks not to pay; a second person decides in the approvals. */
export function waiverRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'askWaiver', ({ params, body }, caller) => {
    refuseCardInReason(body.reason);
    return askWaiver(db, { ...params, ...body }, personOf(caller), clock());
  });

  serve(app, 'waivers', async ({ params, query }, caller) => {
    const call = await verifiedFor(db, personOf(caller), query.verificationId, clock());
    if (call.guarantorId !== params.guarantorId) throw new Refused('not_verified');
    return { waivers: await waiversOf(db, params.guarantorId) };
  });
}

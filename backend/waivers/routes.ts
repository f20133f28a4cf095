import type { FastifyInstance } from 'fastify';
import { refuseCardInReason } from '../after-payment/about-payment.ts';
import { verifiedFor } from '../balance/verified-for.ts';
import { noteListed } from '../exceptions/note-listed.ts';
import { personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { askWaiver } from './ask.ts';
import { decideWaiver } from './decide.ts';
import { waitingWaivers, waiversOf } from './read.ts';

/** Late fees that are not to be paid, with a second person who says so. */
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

  serve(app, 'waitingWaivers', async (_input, caller) => {
    const person = personOf(caller);
    const waivers = await waitingWaivers(db, person.user.regions);
    await noteListed(db, person, waivers, clock());
    return { waivers };
  });

  serve(app, 'decideWaiver', ({ params, body }, caller) => {
    refuseCardInReason(body.reason);
    return decideWaiver(db, params.waiverId, body, personOf(caller), clock());
  });
}

import type { FastifyInstance } from 'fastify';
import { aboutCall } from '../authorisations/about.ts';
import { type Caller, personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { agreePlan } from './agree.ts';
import { notePlanCopy, offerPlan } from './offer.ts';
import { plansOf } from './read-plan.ts';

/** Plans on a call: offered with their disclosure, agreed to after their written copy. */
export function planRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  const about = (caller: Caller, verificationId: string) =>
    aboutCall(db, personOf(caller), verificationId, clock());

  serve(app, 'offerPlan', async ({ params, body }, caller) =>
    offerPlan(db, params.offerId, body.wish, await about(caller, body.verificationId)),
  );

  serve(app, 'notePlanCopy', async ({ params, body }, caller) =>
    notePlanCopy(db, params.offerId, body.way, await about(caller, body.verificationId)),
  );

  serve(app, 'agreePlan', async ({ params, body }, caller) =>
    agreePlan(db, params.planId, body.acceptance, await about(caller, body.verificationId)),
  );

  serve(app, 'plans', async ({ params }, caller) => {
    const { guarantorId, today } = await about(caller, params.verificationId);
    return { plans: await plansOf(db, guarantorId, today) };
  });
}

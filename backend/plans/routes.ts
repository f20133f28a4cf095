import type { FastifyInstance } from 'fastify';
import { type Caller, personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { aboutPlan } from './about-plan.ts';
import { agreePlan } from './agree.ts';
import { billLastInstalment } from './bill-last-instalment.ts';
import { comparePlans } from './compare.ts';
import { notePlanCopy } from './note-copy.ts';
import { offerPlan } from './offer.ts';
import { openOffers } from './read-offer.ts';
import { plansOf } from './read-plan.ts';

/** Plans on a call: compared, offered with their disclosure, agreed to after their written copy. */
export function planRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  const about = (caller: Caller, verificationId: string) =>
    aboutPlan(db, personOf(caller), { verificationId }, clock());

  serve(app, 'comparePlans', async ({ body }, caller) => ({
    compared: await comparePlans(
      db,
      body.wishes,
      await about(caller, body.verificationId),
      body.asException,
    ),
  }));

  serve(app, 'offerPlan', async ({ params, body }, caller) => {
    const { wish, exceptionId, verificationId } = body;
    const asked = { wish, means: null, exceptionId };
    return offerPlan(db, params.offerId, asked, await about(caller, verificationId));
  });

  serve(app, 'openPlanOffers', async ({ params }, caller) => ({
    offers: await openOffers(db, await about(caller, params.verificationId)),
  }));

  serve(app, 'notePlanCopy', async ({ params, body }, caller) =>
    notePlanCopy(db, params.offerId, body, await about(caller, body.verificationId)),
  );

  serve(app, 'agreePlan', async ({ params, body }, caller) => {
    const agreeing = await about(caller, body.verificationId);
    return db
      .transaction()
      .execute(async trx => (await agreePlan(trx, params.planId, body.acceptance, agreeing)).plan);
  });

  serve(app, 'billLastInstalment', async ({ params, body }, caller) => {
    const asking = await about(caller, body.verificationId);
    return db.transaction().execute(trx => billLastInstalment(trx, params.planId, asking));
  });

  serve(app, 'plans', async ({ params }, caller) => {
    const { guarantorId, today } = await about(caller, params.verificationId);
    return { plans: await plansOf(db, guarantorId, today) };
  });
}

import type { FastifyInstance } from 'fastify';
import type { PlanPlace } from '#shared/contract/plan-changes.ts';
import { followPlanEnd } from '../authorisations/of-plan/end-with-plan.ts';
import type { Database } from '../database/connect.ts';
import { type Caller, personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { type AboutPlan, aboutPlan } from './about-plan.ts';
import { agreeChange } from './agree-change.ts';
import { noteChangeCopy, offerChange } from './offer-change.ts';

/** Changes of plans, on a call or in a case: explained, sent in writing where it is credit anew, and agreed to. */
export function planChangeRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  function inPlace<Done>(
    caller: Caller,
    place: PlanPlace,
    work: (trx: Database, about: AboutPlan) => Promise<Done>,
  ): Promise<Done> {
    return db
      .transaction()
      .execute(async trx => work(trx, await aboutPlan(trx, personOf(caller), place, clock())));
  }

  serve(app, 'offerPlanChange', ({ params, body }, caller) =>
    inPlace(caller, body.place, (trx, about) => offerChange(trx, params.changeId, body, about)),
  );

  serve(app, 'notePlanChangeCopy', ({ params, body }, caller) =>
    inPlace(caller, body.place, (trx, about) =>
      noteChangeCopy(trx, params.changeId, body.way, about),
    ),
  );

  serve(app, 'agreePlanChange', async ({ params, body }, caller) => {
    const { plan, about } = await inPlace(caller, body.place, async (trx, about) => ({
      plan: await agreeChange(trx, params.changeId, body.agreement, about),
      about,
    }));
    await followPlanEnd(db, about.guarantorId, about.now);
    return plan;
  });
}

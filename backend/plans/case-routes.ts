import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/connect.ts';
import { type AboutCase, ownCase } from '../hardship/about-case.ts';
import { noteCaseEvent } from '../hardship/note-event.ts';
import { type Caller, personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { inCase } from './about-plan.ts';
import { agreePlan } from './agree.ts';
import { caseToRead } from './case-to-read.ts';
import { comparePlans } from './compare.ts';
import { planMeans } from './household.ts';
import { notePlanCopy } from './note-copy.ts';
import { offerPlan } from './offer.ts';
import { readPlanGround } from './read-ground.ts';

/** Plans in a counselor's case: what they are built from, and the same steps as on a call. */
export function hardshipPlanRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  const reading = (caller: Caller, caseId: string) =>
    caseToRead(db, personOf(caller), caseId, clock());

  /** Nobody else works on the case until it is done. */
  const owning = <Done>(
    caller: Caller,
    caseId: string,
    run: (trx: Database, about: AboutCase) => Promise<Done>,
  ): Promise<Done> =>
    db
      .transaction()
      .execute(async trx => run(trx, await ownCase(trx, personOf(caller), caseId, clock())));

  serve(app, 'planGround', async ({ params }, caller) =>
    readPlanGround(db, await reading(caller, params.caseId)),
  );

  serve(app, 'compareCasePlans', async ({ params, body: { wishes, means } }, caller) => {
    const about = await reading(caller, params.caseId);
    return {
      affordable: means && (await planMeans(db, means, about)).affordable,
      compared: await comparePlans(db, wishes, inCase(about)),
    };
  });

  serve(app, 'offerCasePlan', ({ params, body }, caller) =>
    owning(caller, params.caseId, async (trx, about) => {
      const means = await planMeans(trx, body.means, about);
      return offerPlan(trx, params.offerId, { wish: body.wish, means }, inCase(about));
    }),
  );

  serve(app, 'copyCasePlan', ({ params: { caseId, offerId }, body }, caller) =>
    owning(caller, caseId, async (trx, about) => {
      const offer = await notePlanCopy(trx, offerId, body, inCase(about));
      if (offer.copy?.at === about.now) {
        const detail = { way: offer.copy.way };
        await noteCaseEvent(trx, { ...about, kind: 'plan_copy_sent', about: offerId, detail });
      }
      return offer;
    }),
  );

  serve(app, 'agreeCasePlan', ({ params: { caseId, planId }, body }, caller) =>
    owning(caller, caseId, async (trx, about) => {
      const { plan, isNew } = await agreePlan(trx, planId, body.acceptance, inCase(about));
      if (isNew) {
        const { payments } = plan.disclosure;
        const detail = { payments: payments.length, levelCents: plan.levelCents };
        await noteCaseEvent(trx, { ...about, kind: 'plan_agreed', about: planId, detail });
      }
      return plan;
    }),
  );
}

import type { FastifyInstance } from 'fastify';
import { personOf } from '../../http/caller.ts';
import { serve } from '../../http/serve.ts';
import type { BackendParts } from '../../server.ts';
import { seeCase } from '../see-case.ts';
import { screeningsOf } from './read-screening.ts';
import { saveScreening } from './save-screening.ts';

/** What the household of a case says of itself, and what the programmes answer. */
export function screeningRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'screenings', async ({ params }, caller) => {
    const { guarantorId, today } = await seeCase(db, personOf(caller), params.caseId, clock());
    return { today, screenings: await screeningsOf(db, guarantorId) };
  });

  serve(app, 'saveScreening', ({ params, body }, caller) =>
    saveScreening(db, { ...params, body }, personOf(caller), clock()),
  );
}

import type { FastifyInstance } from 'fastify';
import { personOf } from '../../http/caller.ts';
import { serve } from '../../http/serve.ts';
import type { BackendParts } from '../../server.ts';
import { seeCase } from '../see-case.ts';
import { closeProgramme } from './close.ts';
import { followUpProgramme } from './follow-up.ts';
import { programmesOf } from './read-programmes.ts';
import { referToProgramme } from './refer.ts';

/** Referrals of a case to other programmes, followed to their outcome. */
export function programmeRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'programmes', async ({ params }, caller) => {
    const { guarantorId, today } = await seeCase(db, personOf(caller), params.caseId, clock());
    return { today, programmes: await programmesOf(db, guarantorId) };
  });

  serve(app, 'referToProgramme', ({ params, body }, caller) =>
    referToProgramme(db, { ...params, body }, personOf(caller), clock()),
  );

  serve(app, 'followUpProgramme', ({ params, body }, caller) =>
    followUpProgramme(db, { ...params, body }, personOf(caller), clock()),
  );

  serve(app, 'closeProgramme', ({ params, body }, caller) =>
    closeProgramme(db, { ...params, body }, personOf(caller), clock()),
  );
}

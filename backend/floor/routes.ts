import type { FastifyInstance } from 'fastify';
import { personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { holdCall } from './open-calls.ts';
import { readFloor } from './read-floor.ts';

/** The floor as a supervisor sees it, and what desks say of their open calls. */
export function floorRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'floor', ({ query: { region = null, days } }, caller) => {
    const served = personOf(caller).user.regions;
    if (region !== null && !served.includes(region)) throw new Refused('not_allowed');
    return readFloor(db, { served, region, days }, clock());
  });

  serve(app, 'holdCall', async ({ params: { callId }, body: { begunAt } }, caller) => {
    await holdCall(db, personOf(caller), { callId, begunAt }, clock());
    return { callId };
  });
}

import type { FastifyInstance } from 'fastify';
import { personOf } from '../../http/caller.ts';
import { serve } from '../../http/serve.ts';
import type { BackendParts } from '../../server.ts';
import { returnRates } from './read-rates.ts';

/** How many debits come back, for those who answer for it. */
export function returnRateRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'returnRates', async (_input, caller) => ({
    companies: await returnRates(db, personOf(caller).user.regions, clock()),
  }));
}

import type { FastifyInstance } from 'fastify';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { assignArrival } from './assign.ts';

/** Money that arrived by itself and that a supervisor must post. */
export function arrivalRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'assignArrival', ({ params, body }, caller) =>
    assignArrival(db, params.arrivalId, { person: personOf(caller), body, now: clock() }),
  );
}

import type { FastifyInstance } from 'fastify';
import { noteListed } from '../exceptions/note-listed.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { assignArrival } from './assign.ts';
import { unmatchedArrivals } from './unmatched.ts';

/** Money that arrived by itself and that a supervisor must post. */
export function arrivalRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'unmatchedArrivals', async (_input, caller) => {
    const person = personOf(caller);
    const arrivals = await unmatchedArrivals(db, person.user.regions);
    const named = arrivals.flatMap(({ guarantorId }) => (guarantorId ? [{ guarantorId }] : []));
    await noteListed(db, person, named, clock());
    return { arrivals };
  });

  serve(app, 'assignArrival', ({ params, body }, caller) =>
    assignArrival(db, params.arrivalId, { person: personOf(caller), body, now: clock() }),
  );
}

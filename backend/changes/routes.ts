import type { FastifyInstance } from 'fastify';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { readChanges } from './read-changes.ts';
import { orderWipe } from './wipe.ts';

/** What the desks copy, and the order to forget it. */
export function changeRoutes(app: FastifyInstance, { db, feedDb, clock }: BackendParts) {
  serve(app, 'changes', async ({ query }, caller) =>
    readChanges(feedDb, personOf(caller), query, clock()),
  );

  serve(app, 'wipeWorkstation', async ({ params: { workstationId }, body }, caller) => {
    const orderedAt = await orderWipe(db, personOf(caller), workstationId, body.reason, clock());
    return { workstationId, orderedAt };
  });
}

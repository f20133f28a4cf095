import type { FastifyInstance } from 'fastify';
import { noteAccess } from '../calls/access-events.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { readBalance } from './read-balance.ts';
import { verifiedFor } from './verified-for.ts';

/** The bill, for a caller who is verified. */
export function balanceRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'balance', async ({ params }, caller) => {
    const person = personOf(caller);
    const now = clock();
    const about = await verifiedFor(db, person, params.verificationId, now);
    await noteAccess(db, person, [{ ...about, action: 'balance_read' }], now);
    return readBalance(db, about.guarantorId, now);
  });
}

import type { FastifyInstance } from 'fastify';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { noteListed } from './note-listed.ts';
import { overridePayment } from './override.ts';
import { unappliedCredits } from './unapplied-credits.ts';

/** Money that was paid twice, and payments that may start although another's outcome is open. */
export function exceptionRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'unappliedCredits', async (_input, caller) => {
    const person = personOf(caller);
    const credits = await unappliedCredits(db, person.user.regions);
    await noteListed(db, person, credits, clock());
    return { credits };
  });

  serve(app, 'overridePayment', async ({ params, body }, caller) => {
    const override = await overridePayment(db, params.key, personOf(caller), body.reason, clock());
    return { key: params.key, override };
  });
}

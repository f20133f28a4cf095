import type { FastifyInstance } from 'fastify';
import { noteListed } from '../../exceptions/note-listed.ts';
import { personOf } from '../../http/caller.ts';
import { serve } from '../../http/serve.ts';
import type { BackendParts } from '../../server.ts';
import { achExceptions } from './read-exceptions.ts';
import { resolveException } from './resolve-exception.ts';

/** What banks sent back or refused, and what a supervisor does about it. */
export function achExceptionRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'achExceptions', async (_input, caller) => {
    const person = personOf(caller);
    const exceptions = await achExceptions(db, person.user.regions);
    const seen = exceptions.flatMap(({ payment }) => payment ?? []);
    await noteListed(db, person, seen, clock());
    return { exceptions };
  });

  serve(app, 'resolveAchException', async ({ params, body }, caller) => {
    const { id } = params;
    const resolution = await db
      .transaction()
      .execute(trx => resolveException(trx, id, personOf(caller), body.reason, clock()));
    return { id, ...resolution };
  });
}

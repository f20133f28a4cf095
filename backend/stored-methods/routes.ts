import type { FastifyInstance } from 'fastify';
import { aboutCall } from '../authorisations/about.ts';
import { type Caller, personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { keepMethod } from './keep.ts';
import { storedMethodsOf } from './read.ts';
import { removeMethod } from './remove.ts';

/** What is kept of a verified caller's, and their keeping and removing of it. */
export function storedMethodRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock } = parts;
  const about = (caller: Caller, verificationId: string) =>
    aboutCall(db, personOf(caller), verificationId, clock());

  serve(app, 'storedMethods', async ({ params }, caller) => {
    const { guarantorId, today } = await about(caller, params.verificationId);
    return { methods: await storedMethodsOf(db, guarantorId, today) };
  });

  serve(app, 'keepMethod', async ({ params, body }, caller) =>
    keepMethod(parts, params.methodId, body, await about(caller, body.verificationId)),
  );

  serve(app, 'removeMethod', async ({ params, body }, caller) =>
    removeMethod(db, params.methodId, await about(caller, body.verificationId)),
  );
}

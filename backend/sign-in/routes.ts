import type { FastifyInstance } from 'fastify';
import { instantOf } from '#shared/calendar/dates.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { personOf } from '../http/caller.ts';
import { serve, serveAnyone } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { endSession, openSession } from './sessions.ts';

/** Greeting, signing in and out. */
export function sessionRoutes(app: FastifyInstance, { db, clock, signIn, sandbox }: BackendParts) {
  serveAnyone(app, 'hello', async () => ({
    product: 'remit-backend',
    protocolVersion: PROTOCOL_VERSION,
    sandbox,
    now: instantOf(clock()),
  }));

  serveAnyone(app, 'signIn', async ({ body }) => {
    const user = await signIn.identify(body.userId, body.password);
    return openSession(db, user, body.workstationId, clock());
  });

  serve(app, 'currentSession', async (_input, caller) => {
    const { expiresAt, user } = personOf(caller);
    return { expiresAt, user };
  });

  serve(app, 'signOut', async (_input, caller) => {
    await endSession(db, personOf(caller).sessionHash);
    return null;
  });
}

import type { FastifyInstance } from 'fastify';
import { instantOf } from '#shared/calendar/dates.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { personOf } from '../http/caller.ts';
import { serve, serveAnyone } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { identified } from './identified.ts';
import { endSession, openSession } from './sessions.ts';

/** Greeting, signing in and out. */
export function sessionRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock, ahead, sandbox } = parts;
  serveAnyone(app, 'hello', async () => ({
    product: 'remit-backend',
    protocolVersion: PROTOCOL_VERSION,
    sandbox,
    now: instantOf(clock()),
    ...(sandbox && { aheadMs: Math.round(ahead()) }),
  }));

  serveAnyone(app, 'signIn', async ({ body }, address) => {
    const { userId, password, workstationId } = body;
    const user = await identified(parts, { userId, password, workstationId, address });
    return openSession(db, user, workstationId, address, clock());
  });

  serve(app, 'currentSession', async (_input, caller) => {
    const { expiresAt, user } = personOf(caller);
    return { expiresAt, user };
  });

  serve(app, 'signOut', async (_input, caller) => {
    await endSession(db, personOf(caller), clock());
    return null;
  });
}

import type { FastifyInstance } from 'fastify';
import { instantOf } from '#shared/calendar/dates.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve, serveAnyone } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { endSession, openSession } from './sessions.ts';
import { signInRefusals } from './sign-in.ts';
import { noteSignIn } from './sign-in-events.ts';

/** Greeting, signing in and out. */
export function sessionRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock, ahead, signIn, sandbox } = parts;
  serveAnyone(app, 'hello', async () => ({
    product: 'remit-backend',
    protocolVersion: PROTOCOL_VERSION,
    sandbox,
    now: instantOf(clock()),
    ...(sandbox && { aheadMs: Math.round(ahead()) }),
  }));

  serveAnyone(app, 'signIn', async ({ body }, address) => {
    const { userId, password, workstationId } = body;
    const user = await signIn.identify(userId, password).catch(async error => {
      const outcome = signInRefusals.find(code => error instanceof Refused && error.code === code);
      const note = { kind: 'sign_in', userId, workstationId, address } as const;
      if (outcome) await noteSignIn(db, { ...note, outcome }, clock());
      throw error;
    });
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

import type { FastifyInstance } from 'fastify';
import type { Verification } from '#shared/contract/verifications.ts';
import { noteAccess } from '../calls/access-events.ts';
import { type Person, personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { answerFactor } from './answer.ts';
import { beginVerification } from './begin.ts';
import { readVerification } from './read.ts';

/** Verifying who is calling. */
export function verificationRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  async function read(verificationId: string, person: Person): Promise<Verification> {
    const verification = await readVerification(db, verificationId, person.user.userId);
    if (!verification) throw new Refused('verification_not_found');
    return verification;
  }

  serve(app, 'beginVerification', async ({ body }, caller) => {
    const person = personOf(caller);
    const begun = await read(await beginVerification(db, person, body, clock()), person);
    const { mrn, guarantorId, callId } = begun;
    const note = { action: 'verification_begun', mrn, guarantorId, callId } as const;
    await noteAccess(db, person, [note], clock());
    return begun;
  });

  serve(app, 'answerFactor', async ({ params, body }, caller) => {
    const person = personOf(caller);
    const { userId } = person.user;
    const about = await answerFactor(db, userId, params.verificationId, body, clock());
    const note = { ...about, action: 'factor_answered', reason: body.factor } as const;
    await noteAccess(db, person, [note], clock());
    return read(params.verificationId, person);
  });

  serve(app, 'verification', async ({ params }, caller) =>
    read(params.verificationId, personOf(caller)),
  );
}

import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { noteListed } from '../../exceptions/note-listed.ts';
import { personOf } from '../../http/caller.ts';
import { serve } from '../../http/serve.ts';
import type { BackendParts } from '../../server.ts';
import { finishFollowUp } from './finish-follow-up.ts';
import { putBackFollowUp, takeFollowUp } from './hold-follow-up.ts';
import { countFollowUps, readFollowUps } from './read-follow-ups.ts';

/** The worklist of those who call about what came back. */
export function followUpRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'followUps', async (_input, caller) => {
    const person = personOf(caller);
    const followUps = await readFollowUps(db, person, sql`done_at IS NULL`, clock());
    await noteListed(db, person, followUps, clock());
    return { followUps };
  });

  serve(app, 'followUpCount', (_input, caller) => countFollowUps(db, personOf(caller), clock()));

  serve(app, 'takeFollowUp', ({ params }, caller) =>
    takeFollowUp(db, params.id, personOf(caller), clock()),
  );

  serve(app, 'putBackFollowUp', ({ params }, caller) =>
    putBackFollowUp(db, params.id, personOf(caller), clock()),
  );

  serve(app, 'finishFollowUp', ({ params, body }, caller) =>
    finishFollowUp(db, params.id, body, personOf(caller), clock()),
  );
}

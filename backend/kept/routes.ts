import type { FastifyInstance } from 'fastify';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { keepOnce } from './keep-once.ts';
import { notes } from './notes.ts';
import { promises } from './promises.ts';
import { referrals } from './referrals.ts';
import { wires } from './wires.ts';

function refuseOther(asked: string, sent: string, field: string): void {
  if (asked !== sent) throw new Refused('bad_request', { field });
}

/** What a call leaves with a guarantor; the desk may send it again until it has heard that it is kept. */
export function keptRoutes(app: FastifyInstance, parts: BackendParts) {
  serve(app, 'keepNote', async ({ params, body }, caller) => {
    refuseOther(params.noteId, body.noteId, 'noteId');
    await keepOnce(parts, notes, body, caller);
    return params;
  });

  serve(app, 'keepPromise', async ({ params, body }, caller) => {
    refuseOther(params.promiseId, body.promiseId, 'promiseId');
    await keepOnce(parts, promises, body, caller);
    return params;
  });

  serve(app, 'keepReferral', async ({ params, body }, caller) => {
    refuseOther(params.referralId, body.referralId, 'referralId');
    await keepOnce(parts, referrals, body, caller);
    return params;
  });

  serve(app, 'keepExpectedWire', async ({ params, body }, caller) => {
    refuseOther(params.wireId, body.wireId, 'wireId');
    await keepOnce(parts, wires, body, caller);
    return params;
  });
}

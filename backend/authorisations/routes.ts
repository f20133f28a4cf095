import type { FastifyInstance } from 'fastify';
import { noteAccess } from '../calls/access-events.ts';
import { noteListed } from '../exceptions/note-listed.ts';
import { type Caller, personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { aboutCall } from './about.ts';
import { changeAuthorisation } from './change.ts';
import { makeAuthorisation } from './make.ts';
import { authorisationsOf } from './read.ts';
import { recordSignedCopy } from './record-signed-copy.ts';
import { revokeAuthorisation } from './revoke.ts';
import { skipPayment } from './skip.ts';
import { unsignedCopies } from './unsigned-copies.ts';

/** What a verified caller authorises to be taken later, and their changing of it. */
export function authorisationRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock } = parts;
  const about = (caller: Caller, verificationId: string) =>
    aboutCall(db, personOf(caller), verificationId, clock());

  serve(app, 'authorisations', async ({ params }, caller) => {
    const { mrn, guarantorId, callId, today } = await about(caller, params.verificationId);
    // Whoever reads what is to be taken, from which account, has read of the bill it is for.
    const note = { action: 'balance_read', mrn, guarantorId, callId } as const;
    await noteAccess(db, personOf(caller), [note], clock());
    return { authorisations: await authorisationsOf(db, guarantorId, today) };
  });

  serve(app, 'makeAuthorisation', ({ params, body }, caller) =>
    makeAuthorisation(parts, params.authorisationId, body, personOf(caller)),
  );

  serve(app, 'changeAuthorisation', async ({ params, body }, caller) =>
    changeAuthorisation(db, params.authorisationId, body, await about(caller, body.verificationId)),
  );

  serve(app, 'skipScheduledPayment', async ({ params, body }, caller) =>
    skipPayment(
      db,
      params.authorisationId,
      body.occurrence,
      await about(caller, body.verificationId),
    ),
  );

  serve(app, 'revokeAuthorisation', async ({ params, body }, caller) =>
    revokeAuthorisation(
      parts,
      params.authorisationId,
      { reason: body.reason, person: personOf(caller) },
      await about(caller, body.verificationId),
    ),
  );

  serve(app, 'recordSignedCopy', ({ params, body }, caller) =>
    recordSignedCopy(db, params.authorisationId, body, personOf(caller), clock()),
  );

  serve(app, 'unsignedCopies', async (_input, caller) => {
    const person = personOf(caller);
    const copies = await unsignedCopies(db, person);
    await noteListed(db, person, copies, clock());
    return { copies };
  });
}

import type { FastifyInstance } from 'fastify';
import { IDEMPOTENCY_HEADER } from '#shared/contract/protocol.ts';
import { noteListed } from '../exceptions/note-listed.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { askRefund } from './ask.ts';
import { payOutRefund } from './pay-out.ts';
import { refundsToPayOut } from './read.ts';
import { readRefundFor } from './read-for.ts';

/** Giving money back, with a second person where the amount asks for one. */
export function refundRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock } = parts;

  serve(app, 'askRefund', ({ params, headers, body }, caller) =>
    askRefund(parts, headers[IDEMPOTENCY_HEADER], params.key, body, personOf(caller)),
  );

  serve(app, 'refund', ({ params }, caller) => readRefundFor(db, params.refundKey, caller));

  serve(app, 'refundsToPayOut', async (_input, caller) => {
    const person = personOf(caller);
    const refunds = await refundsToPayOut(db, person.user.regions);
    await noteListed(db, person, refunds, clock());
    return { refunds };
  });

  serve(app, 'payOutRefund', ({ params, body }, caller) =>
    payOutRefund(parts, params.refundKey, body, personOf(caller)),
  );
}

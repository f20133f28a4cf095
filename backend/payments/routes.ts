import type { FastifyInstance } from 'fastify';
import { IDEMPOTENCY_HEADER } from '#shared/contract/protocol.ts';
import { type Caller, personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { abandonKey } from './abandon.ts';
import { type FoundPayment, findPayment } from './read.ts';
import { submitPayment } from './submit.ts';
import { voidPayment } from './void.ts';

/** A workstation alone learns of its own payments only; a person of those in their regions. */
function isTheirs(found: FoundPayment, caller: Caller): boolean {
  if (caller.role === 'workstation') return found.workstationId === caller.workstationId;
  return caller.user.regions.includes(found.region);
}

/** Taking, following and taking back payments. */
export function paymentRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock } = parts;

  serve(app, 'submitPayment', async ({ headers, body }, caller) =>
    submitPayment(parts, headers[IDEMPOTENCY_HEADER], body, personOf(caller)),
  );

  serve(app, 'payment', async ({ params }, caller) => {
    const found = await findPayment(db, params.key);
    if (!found || !isTheirs(found, caller)) throw new Refused('payment_not_found');
    return { ...found.payment, overriddenAt: found.overriddenAt };
  });

  serve(app, 'abandonPayment', async ({ params }, caller) => {
    const found = await abandonKey(db, params.key, clock());
    if (found && !isTheirs(found, caller)) throw new Refused('not_allowed');
    return { key: params.key, payment: found?.payment ?? null };
  });

  serve(app, 'voidPayment', async ({ params, body }, caller) => {
    const found = await voidPayment(parts, params.key, personOf(caller), body.reason);
    return found.payment;
  });
}

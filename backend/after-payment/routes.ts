import type { FastifyInstance } from 'fastify';
import { noteAccess } from '../calls/access-events.ts';
import { noteListed } from '../exceptions/note-listed.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { aboutPayment, refuseCardInReason } from './about-payment.ts';
import { closeTrace } from './close-trace.ts';
import { openDispute } from './dispute.ts';
import { readHistory } from './read-history.ts';
import { openTrace } from './trace.ts';
import { unpostedPayments } from './unposted.ts';

/** What became of a payment, where it is, and the dispute of what it was for. */
export function afterPaymentRoutes(app: FastifyInstance, { db, clock }: BackendParts) {
  serve(app, 'paymentHistory', async ({ params, query }, caller) => {
    const person = personOf(caller);
    const now = clock();
    const about = { ...params, verificationId: query.verificationId ?? null };
    const { found, call } = await aboutPayment(db, person, about, now);
    const { guarantorId } = found.payment;
    // Whoever reads of one payment has read of the bill it is part of.
    if (call) await noteAccess(db, person, [{ ...call, guarantorId, action: 'balance_read' }], now);
    else await noteListed(db, person, [{ guarantorId }], now);
    return readHistory(db, found, person, now);
  });

  serve(app, 'openTrace', async ({ params, body }, caller) => {
    const { key, traceId } = params;
    const { note, verificationId } = body;
    refuseCardInReason(note, 'note');
    const person = personOf(caller);
    const { found } = await aboutPayment(db, person, { key, verificationId }, clock());
    await openTrace(db, found, { traceId, note }, person, clock());
    return { traceId };
  });

  serve(app, 'unpostedPayments', async (_input, caller) => {
    const person = personOf(caller);
    const payments = await unpostedPayments(db, person.user.regions, clock());
    await noteListed(db, person, payments, clock());
    return { payments };
  });

  serve(app, 'closeTrace', async ({ params, body }, caller) => {
    refuseCardInReason(body.reason);
    await closeTrace(db, params.traceId, body, personOf(caller), clock());
    return params;
  });

  serve(app, 'openDispute', async ({ params, body }, caller) => {
    refuseCardInReason(body.reason);
    await openDispute(db, { ...params, ...body }, personOf(caller), clock());
    return params;
  });
}

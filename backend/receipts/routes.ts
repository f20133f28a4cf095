import type { FastifyInstance } from 'fastify';
import { IDEMPOTENCY_HEADER } from '#shared/contract/protocol.ts';
import { aboutPayment } from '../after-payment/about-payment.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { findReceipt, orderReceipt } from './order-receipt.ts';
import { sendReceipt } from './send-receipt.ts';

/** Receipts sent again, by e-mail or as a letter. */
export function receiptRoutes(app: FastifyInstance, parts: BackendParts) {
  const { db, clock } = parts;
  serve(app, 'sendReceipt', async ({ params, headers, body }, caller) => {
    const person = personOf(caller);
    const receiptKey = headers[IDEMPOTENCY_HEADER];
    const about = { ...params, verificationId: body.verificationId };
    const { found } = await aboutPayment(db, person, about, clock());
    await orderReceipt(db, receiptKey, found, body, person, clock());
    await sendReceipt(parts, receiptKey);
    return findReceipt(db, receiptKey);
  });
}

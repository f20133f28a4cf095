import { z } from 'zod';
import { PaymentHistory, ReceiptOrder, ReceiptWay } from '../billing/payment-history.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { Reason } from '../text/reason.ts';
import { ofPayment, verificationOrNone } from './of-payment.ts';
import { IDEMPOTENCY_HEADER } from './protocol.ts';
import { route } from './route.ts';

const byKey = z.object({ key: AttemptKey });

/** The largest receipt, in base64 characters: the request as a whole holds no more. */
const MOST_PDF = 60_000;

export const ReceiptRequest = z.strictObject({
  by: ReceiptWay,
  /** An e-mail address; null for a letter, which goes to the guarantor's address on record. */
  to: z.email().max(320).nullable(),
  language: z.enum(['en', 'es']),
  /** The receipt as it was drawn at the desk, in base64. */
  pdf: z.base64().min(100).max(MOST_PDF),
  verificationId: verificationOrNone,
});
export type ReceiptRequest = z.infer<typeof ReceiptRequest>;

/** What may follow a payment. Reading and asking need a verified caller, or a supervisor. */
export const afterPaymentRoutes = {
  paymentHistory: route({
    method: 'GET',
    path: '/v1/payments/:key/history',
    summary: 'Every state of a payment with its date and reason, refunds, traces and receipts',
    params: byKey,
    query: z.object({ verificationId: z.uuid().optional() }),
    status: 200,
    reply: PaymentHistory,
    problems: ofPayment,
  }),
  openDispute: route({
    method: 'PUT',
    path: '/v1/disputes/:disputeId',
    summary: 'Dispute a charge from a call; its collections clock stands still until it is closed',
    params: z.object({ disputeId: z.uuid() }),
    body: z.strictObject({ chargeId: z.uuid(), reason: Reason, verificationId: z.uuid() }),
    status: 200,
    reply: z.object({ disputeId: z.uuid() }),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'not_verified',
      'not_found',
      'card_in_reason',
      'dispute_open',
      'key_reused',
    ],
  }),
  sendReceipt: route({
    method: 'POST',
    path: '/v1/payments/:key/receipts',
    summary: 'Send a receipt again, by e-mail or as a letter; the same key twice sends one',
    params: byKey,
    headers: z.object({ [IDEMPOTENCY_HEADER]: z.uuid() }),
    body: ReceiptRequest,
    status: 201,
    reply: ReceiptOrder,
    problems: [...ofPayment, 'no_receipt', 'key_reused'],
  }),
};

import { z } from 'zod';
import { AchAuthorisation } from '../ach/tel-authorisation.ts';
import { Payment } from '../billing/payment.ts';
import { Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { Allocation, MOST_PARTS } from '../payments/allocation.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import type { ProblemCode } from './problem.ts';
import { IDEMPOTENCY_HEADER } from './protocol.ts';
import { route } from './route.ts';

const token = z.string().min(8).max(80);

/**
 * What is charged: a token of the vault, or what is kept by its id, for which the backend alone knows the
 * token; and for a bank account what its holder agreed to.
 */
export const OrderedMethod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('card'), token }),
  z.strictObject({ kind: z.literal('ach'), token, authorisation: AchAuthorisation }),
  z.strictObject({ kind: z.literal('stored_card'), methodId: z.uuid() }),
  z.strictObject({
    kind: z.literal('stored_ach'),
    methodId: z.uuid(),
    authorisation: AchAuthorisation,
  }),
]);
export type OrderedMethod = z.infer<typeof OrderedMethod>;

/** What the desk asks the backend to charge. Sent under an `Idempotency-Key`: the attempt's own. */
export const PaymentOrder = z.strictObject({
  guarantorId: GuarantorId,
  callId: z.uuid(),
  verificationId: z.uuid(),
  method: OrderedMethod,
  amountCents: PositiveCents,
  /** By hand, or `oldest_first`: the backend splits by the same rule as the desk. */
  allocation: z.union([z.literal('oldest_first'), z.array(Allocation).min(1).max(MOST_PARTS)]),
  /** The representative was warned of the same amount within 24 hours and the caller wants it all the same. */
  duplicateAcknowledged: z.boolean(),
});
export type PaymentOrder = z.infer<typeof PaymentOrder>;

/**
 * Refusals of a payment that the backend keeps under its key: no copy of the request that arrives
 * later is charged. After any other refusal one may be, so the key has to be closed first.
 */
export const RefusedForGood = z.enum([
  'not_verified',
  'account_held',
  'amount_over_balance',
  'allocation_mismatch',
  'duplicate_suspected',
  'key_abandoned',
  'retry_refused',
  'token_unknown',
  'bank_account_blocked',
  'authorisation_incomplete',
  'authorisation_amount_differs',
  'authorisation_outdated',
  'recording_reference_wrong',
  'debit_date_past',
  'debit_date_closed',
  'debit_date_too_far',
  'method_not_found',
  'stored_card_expired',
] as const satisfies readonly ProblemCode[]);

/** What became of a payment, and since when a supervisor lets another one start beside it; null if none does. */
export const PaymentStanding = Payment.extend({ overriddenAt: Instant.nullable() });
export type PaymentStanding = z.infer<typeof PaymentStanding>;

const byKey = z.object({ key: AttemptKey });

export const paymentRoutes = {
  submitPayment: route({
    method: 'POST',
    path: '/v1/payments',
    summary:
      'Charge a card or debit a bank account once. The same key with the same body gets the stored reply',
    headers: z.object({ [IDEMPOTENCY_HEADER]: AttemptKey }),
    body: PaymentOrder,
    status: 201,
    reply: Payment,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'not_verified',
      'account_held',
      'amount_over_balance',
      'allocation_mismatch',
      'duplicate_suspected',
      'key_reused',
      'key_abandoned',
      'retry_refused',
      'token_unknown',
      'bank_account_blocked',
      'authorisation_incomplete',
      'authorisation_amount_differs',
      'authorisation_outdated',
      'recording_reference_wrong',
      'debit_date_past',
      'debit_date_closed',
      'debit_date_too_far',
      'method_not_found',
      'stored_card_expired',
      'unavailable',
    ],
  }),
  payment: route({
    method: 'GET',
    path: '/v1/payments/:key',
    summary: 'What became of a payment; reads only',
    params: byKey,
    status: 200,
    reply: PaymentStanding,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'payment_not_found'],
  }),
  abandonPayment: route({
    method: 'POST',
    path: '/v1/payments/:key/abandon',
    summary:
      'Close a key that was never heard of, so that a request still under way cannot charge; otherwise what became of it',
    params: byKey,
    status: 200,
    reply: z.object({ key: AttemptKey, payment: Payment.nullable() }),
    problems: ['bad_request', 'signed_out', 'not_allowed'],
  }),
  voidPayment: route({
    method: 'POST',
    path: '/v1/payments/:key/void',
    summary: 'Take an approved payment back before the cut-off',
    params: byKey,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    status: 200,
    reply: Payment,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'payment_not_found',
      'not_voidable',
      'too_late_to_void',
      'unavailable',
    ],
  }),
};

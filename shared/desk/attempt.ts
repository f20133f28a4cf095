import { z } from 'zod';
import { Payment } from '../billing/payment.ts';
import { ChargedMethod } from '../billing/payment-method.ts';
import { Instant } from '../calendar/dates.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { RefusalReason } from './refusal.ts';

/** A payment attempt as this desk's journal tells it. */
export const Attempt = Payment.pick({
  amountCents: true,
  postingOn: true,
  confirmation: true,
  decline: true,
  state: true,
  guarantorId: true,
}).extend({
  key: AttemptKey,
  callId: z.uuid(),
  method: ChargedMethod,
  committedAt: Instant,
  /** When the state last changed. */
  stateAt: Instant,
  /** Why it was refused before anything was charged. */
  refusal: RefusalReason.nullable(),
  /** Since when a supervisor lets another payment start beside this one; the backend's word, not the journal's. */
  overriddenAt: Instant.nullable(),
});
export type Attempt = z.infer<typeof Attempt>;

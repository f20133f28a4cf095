import { z } from 'zod';
import { PaymentMethod } from '../billing/payment-method.ts';
import { PaymentTrace, TraceClosing } from '../billing/payment-trace.ts';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { PaymentState } from '../payments/states.ts';
import { Reason } from '../text/reason.ts';
import { MOST_WAITING, ofPayment, verificationOrNone } from './of-payment.ts';
import { route } from './route.ts';

/** A payment that has not posted in time, or that somebody looks for. */
export const UnpostedPayment = z.object({
  key: AttemptKey,
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  region: RegionCode,
  state: PaymentState,
  method: PaymentMethod,
  amountCents: PositiveCents,
  confirmation: z.string().nullable(),
  takenAt: Instant,
  postingOn: CalendarDate,
  /** Business days since it was to post, by the bank calendar; 0 where it has posted meanwhile. */
  businessDaysLate: z.int().nonnegative(),
  trace: PaymentTrace.omit({ closed: true }).nullable(),
});
export type UnpostedPayment = z.infer<typeof UnpostedPayment>;

/** Payments that did not post in time, and the looking for them. */
export const traceRoutes = {
  unpostedPayments: route({
    method: 'GET',
    path: '/v1/unposted-payments',
    summary: 'Payments that have not posted two business days after their day, the oldest first',
    status: 200,
    reply: z.object({ payments: z.array(UnpostedPayment).max(MOST_WAITING) }),
    problems: ['signed_out', 'not_allowed'],
  }),
  closeTrace: route({
    method: 'PUT',
    path: '/v1/traces/:traceId/closing',
    summary: 'Close a trace with what it found; the same closing twice changes nothing',
    params: z.object({ traceId: z.uuid() }),
    body: TraceClosing,
    status: 200,
    reply: z.object({ traceId: z.uuid() }),
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'card_in_reason',
      'trace_not_found',
      'trace_closed',
      'not_posted_yet',
    ],
  }),
  openTrace: route({
    method: 'PUT',
    path: '/v1/payments/:key/traces/:traceId',
    summary: 'Look for a payment that has not posted in time; the same trace twice changes nothing',
    params: z.object({ key: AttemptKey, traceId: z.uuid() }),
    body: z.strictObject({ note: Reason, verificationId: verificationOrNone }),
    status: 200,
    reply: z.object({ traceId: z.uuid() }),
    problems: [
      ...ofPayment,
      'card_in_reason',
      'trace_too_early',
      'not_traceable',
      'trace_open',
      'key_reused',
    ],
  }),
};

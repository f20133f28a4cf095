import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';

/** Why somebody pays later, in the few kinds a representative hears. */
export const PromiseReason = z.enum(['payday', 'benefits', 'insurance_answer', 'other']);
export type PromiseReason = z.infer<typeof PromiseReason>;

/** What a caller promised to pay and when. */
export const PromiseToPay = z.strictObject({
  promiseId: z.uuid(),
  callId: z.uuid(),
  guarantorId: GuarantorId,
  userId: z.string().min(1).max(64),
  madeAt: Instant,
  amountCents: PositiveCents,
  promisedOn: CalendarDate,
  reason: PromiseReason,
  note: z.string().trim().max(500),
});
export type PromiseToPay = z.infer<typeof PromiseToPay>;

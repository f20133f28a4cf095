import { z } from 'zod';
import { CalendarDate, Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { Allocation } from '../payments/allocation.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { DeclineCode } from '../payments/declines.ts';
import { PaymentState } from '../payments/states.ts';
import { PaymentMethod } from './payment-method.ts';

/** A payment as the backend knows it. */
export const Payment = z.object({
  key: AttemptKey,
  guarantorId: GuarantorId,
  state: PaymentState,
  method: PaymentMethod,
  amountCents: PositiveCents,
  /** Empty for a guest payer, who hears nothing of what the money pays. */
  allocations: z.array(Allocation),
  takenAt: Instant,
  /** Business date on which it posts; null unless approved. */
  postingOn: CalendarDate.nullable(),
  /** Nine characters in three groups; null unless approved. */
  confirmation: z.string().nullable(),
  decline: DeclineCode.nullable(),
});
export type Payment = z.infer<typeof Payment>;

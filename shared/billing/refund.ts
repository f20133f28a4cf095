import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { PositiveCents } from '../money/cents.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { RefundState } from '../payments/refund-states.ts';
import { Payout } from './payout.ts';

/** The key of one refund, a UUIDv7 minted when it is asked for. */
export const RefundKey = z.uuidv7().brand<'RefundKey'>();
export type RefundKey = z.infer<typeof RefundKey>;

/** Money on its way back to the method it came by. */
export const Refund = z.object({
  refundKey: RefundKey,
  paymentKey: AttemptKey,
  amountCents: PositiveCents,
  reason: z.string(),
  state: RefundState,
  stateAt: Instant,
  /** Why it stands so, where somebody or the processor gave a reason. */
  stateWhy: z.string().nullable(),
  askedAt: Instant,
  askedByName: z.string(),
  /** The second person; null while none has decided, or where none is needed. */
  decidedByName: z.string().nullable(),
  decidedWhy: z.string().nullable(),
  /** The check or wire it went back by; null for what goes back to a card or account, and while none has left. */
  paidOut: Payout.nullable(),
});
export type Refund = z.infer<typeof Refund>;

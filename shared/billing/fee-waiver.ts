import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';

/** `requested` waits for a second person; `waived` is in the ledger. */
export const WaiverState = z.enum(['requested', 'waived', 'denied']);
export type WaiverState = z.infer<typeof WaiverState>;

/** A late fee that a caller asks not to pay. `amountCents` was open of it when it was asked for, or is what was waived. */
export const FeeWaiver = z.object({
  waiverId: z.uuid(),
  chargeId: z.uuid(),
  guarantorId: GuarantorId,
  description: z.string(),
  amountCents: PositiveCents,
  reason: z.string(),
  state: WaiverState,
  askedAt: Instant,
  askedByName: z.string(),
  decidedAt: Instant.nullable(),
  decidedByName: z.string().nullable(),
  decidedWhy: z.string().nullable(),
});
export type FeeWaiver = z.infer<typeof FeeWaiver>;

import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { RecordingPause } from '../call/recording-pauses.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { CallerRole } from '../verification/policy.ts';

/** How a call ended, as the representative chooses it at wrap-up. */
export const Disposition = z.enum([
  'paid',
  'explained',
  'payment_declined',
  'payment_unknown',
  'will_pay_later',
  'referred',
  'dispute',
  'not_verified',
  'wrong_number',
  'disconnected',
]);
export type Disposition = z.infer<typeof Disposition>;

export const FollowUp = z.strictObject({
  kind: z.enum(['call_back', 'send_copy', 'ask_supervisor', 'other']),
  note: z.string().trim().min(1).max(500),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** What is kept of a finished call. */
export const CallRecord = z.strictObject({
  callId: z.uuid(),
  reference: z.string().min(1).max(20),
  startedAt: Instant,
  endedAt: Instant,
  userId: z.string(),
  mrn: Mrn.nullable(),
  guarantorId: GuarantorId.nullable(),
  callerRole: CallerRole.nullable(),
  disposition: Disposition,
  summary: z.string().max(4000),
  notes: z.string().max(4000),
  followUps: z.array(FollowUp).max(20),
  attemptKeys: z.array(AttemptKey).max(50),
  /** When the recording was paused; left out by a desk of before it was kept. */
  recordingPauses: z.array(RecordingPause).max(200).optional(),
});
export type CallRecord = z.infer<typeof CallRecord>;

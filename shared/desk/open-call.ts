import { z } from 'zod';
import { AchAuthorisation } from '../ach/tel-authorisation.ts';
import { Instant } from '../calendar/dates.ts';
import { Skip } from '../call/call-length.ts';
import { FoundPatient } from '../contract/patients.ts';
import { BankToken, CardToken } from '../contract/vault.ts';
import { Verification } from '../contract/verifications.ts';
import { Attempt } from './attempt.ts';
import { KeptOnCall } from './owed.ts';

/** The words the representative must have said; each is acknowledged once a call. */
export const ScriptId = z.enum([
  'recording_notice',
  'card_permission',
  'ach_authorisation',
  'confirmation_read',
]);
export type ScriptId = z.infer<typeof ScriptId>;

/** What happened on a call, in order; `about` is an identifier of a record or a code, never of a person. */
export const CallEvent = z.object({
  at: Instant,
  kind: z.enum([
    'started',
    'patient_chosen',
    'caller_role',
    'factor_matched',
    'factor_failed',
    'verified',
    'refused',
    'locked',
    'balance_read',
    'said',
    'recording_paused',
    'recording_resumed',
    'card_captured',
    'bank_captured',
    'kept_chosen',
    'kept',
    'kept_removed',
    'payment',
    'voided',
    'noted',
    'promised',
    'referred',
    'wire_expected',
    'authorised',
    'authorisation_skipped',
    'authorisation_revoked',
    'authorisation_signed',
    'refund_asked',
    'refund',
    'traced',
    'disputed',
    'waiver_asked',
    'late_void_asked',
    'override_asked',
    'plan_exception_asked',
    'plan_copy',
    'plan_screening_passed',
    'plan_agreed',
    'plan_changed',
    'restored',
    'ended',
  ]),
  about: z.string(),
});
export type CallEvent = z.infer<typeof CallEvent>;

export const CallOptions = z.strictObject({
  language: z.enum(['en', 'es']),
  interpreter: z.boolean(),
  tty: z.boolean(),
});
export type CallOptions = z.infer<typeof CallOptions>;

/** The call that is open at this desk. It is kept in the journal and comes back after a crash. */
export const OpenCall = z.object({
  callId: z.uuid(),
  /** Short, can be spoken: `C-4XK7`. */
  reference: z.string(),
  startedAt: Instant,
  /** What of the desk's time is no part of how long the call lasts. */
  skips: z.array(Skip),
  options: CallOptions,
  recording: z.enum(['on', 'paused']),
  patient: FoundPatient.nullable(),
  verification: Verification.nullable(),
  /** The captured card, in memory only: gone after a restart, a lock or a payment. */
  card: CardToken.omit({ token: true }).nullable(),
  /** The captured bank account, held as the card is; of the two there is one at most. */
  bankAccount: BankToken.pick({ accountKind: true, bankName: true, last4: true }).nullable(),
  /** What is kept and was chosen, which that card or bank account then is; null for a capture. */
  storedMethodId: z.uuid().nullable(),
  /** What the caller agreed to for that bank account, as it will be sent; null until they said yes. */
  agreed: AchAuthorisation.nullable(),
  said: z.array(ScriptId),
  attempts: z.array(Attempt),
  /** Notes, promises, referrals and wires of this call, in the order they came about. */
  kept: z.array(KeptOnCall),
  events: z.array(CallEvent),
  notes: z.string(),
});
export type OpenCall = z.infer<typeof OpenCall>;

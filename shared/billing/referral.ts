import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Mrn } from '../identifiers/mrn.ts';

/** Medical Financial Assistance, Charitable Health Coverage, pharmacy help, help in the community. */
export const AssistanceProgramme = z.enum(['mfa', 'chc', 'pharmacy', 'community']);
export type AssistanceProgramme = z.infer<typeof AssistanceProgramme>;

/** A caller handed on to a financial counselor, with what the counselor needs so as not to ask again. */
export const Referral = z.strictObject({
  referralId: z.uuid(),
  callId: z.uuid(),
  guarantorId: GuarantorId,
  mrn: Mrn,
  userId: z.string().min(1).max(64),
  referredAt: Instant,
  programme: AssistanceProgramme,
  language: z.enum(['en', 'es']),
  /** What the caller said, in the representative's words. */
  context: z.string().trim().min(1).max(2000),
});
export type Referral = z.infer<typeof Referral>;

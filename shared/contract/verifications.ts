import { z } from 'zod';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { Mrn } from '../identifiers/mrn.ts';
import { CallerRole, Disclosure, Factor } from '../verification/policy.ts';
import { route } from './route.ts';

/** Why a caller in this role can hear nothing, whatever they answer. */
export const VerificationRefusal = z.enum([
  'patient_is_minor',
  'patient_is_deceased',
  'no_authorisation_on_record',
]);
export type VerificationRefusal = z.infer<typeof VerificationRefusal>;

export const Verification = z.object({
  verificationId: z.uuid(),
  callId: z.uuid(),
  mrn: Mrn,
  guarantorId: GuarantorId,
  callerRole: CallerRole,
  callerName: z.string().nullable(),
  state: z.enum(['open', 'verified', 'refused', 'locked']),
  refusal: VerificationRefusal.nullable(),
  /** Factors on record that have not been asked yet. */
  askable: z.array(Factor),
  matched: z.array(Factor),
  failed: z.array(Factor),
  attemptsLeft: z.int().min(0),
  discloses: Disclosure,
});
export type Verification = z.infer<typeof Verification>;

const verificationId = z.object({ verificationId: z.uuid() });

export const verificationRoutes = {
  beginVerification: route({
    method: 'POST',
    path: '/v1/verifications',
    summary: 'Begin to verify a caller: the role first',
    body: z.strictObject({
      callId: z.uuid(),
      mrn: Mrn,
      callerRole: CallerRole,
      /** The name a third party gives; held against the recorded authorisations. */
      callerName: z.string().trim().min(1).max(120).optional(),
    }),
    status: 201,
    reply: Verification,
    problems: ['bad_request', 'signed_out', 'not_allowed', 'patient_not_found', 'record_locked'],
  }),
  answerFactor: route({
    method: 'POST',
    path: '/v1/verifications/:verificationId/answers',
    summary: 'What the caller said to one factor: match or no match, never the answer',
    params: verificationId,
    body: z.strictObject({ factor: Factor, said: z.string().min(1).max(200) }),
    status: 200,
    reply: Verification,
    problems: [
      'bad_request',
      'signed_out',
      'not_allowed',
      'verification_not_found',
      'verification_closed',
      'record_locked',
    ],
  }),
  verification: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId',
    summary: 'How far a verification is; after a crash the desk asks again',
    params: verificationId,
    status: 200,
    reply: Verification,
    problems: ['signed_out', 'not_allowed', 'verification_not_found'],
  }),
};

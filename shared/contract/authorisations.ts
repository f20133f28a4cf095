import { z } from 'zod';
import { Agreement } from '../authorisations/agreement.ts';
import {
  Authorisation,
  AuthorisationState,
  OccurrenceName,
  SignedCopy,
} from '../authorisations/authorisation.ts';
import { AuthorisationTerms } from '../authorisations/terms.ts';
import { AchMethod, ChargedMethod } from '../billing/payment-method.ts';
import { Instant } from '../calendar/dates.ts';
import { GuarantorId } from '../identifiers/guarantor-id.ts';
import { PositiveCents } from '../money/cents.ts';
import { RegionCode } from '../organization/regions.ts';
import { AttemptKey } from '../payments/attempt-key.ts';
import { DeclineCode } from '../payments/declines.ts';
import { MOST_EXCEPTIONS } from './exceptions.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const byId = z.object({ authorisationId: z.uuid() });
const verificationId = z.uuid();

/** By what it is paid: something captured on this call, which is kept from now on, or kept already. */
export const MethodToKeep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('card'), token: z.string().min(8).max(80) }),
  z.strictObject({ kind: z.literal('ach'), token: z.string().min(8).max(80) }),
  z.strictObject({ kind: z.literal('stored'), methodId: z.uuid() }),
]);
export type MethodToKeep = z.infer<typeof MethodToKeep>;

export const NewAuthorisation = z.strictObject({
  verificationId,
  method: MethodToKeep,
  terms: AuthorisationTerms,
  agreement: Agreement,
});
export type NewAuthorisation = z.infer<typeof NewAuthorisation>;

/** What a run could not take by itself. */
export const ScheduledException = z.object({
  key: AttemptKey,
  kind: z.enum(['hard_decline', 'declined_too_often', 'payment_returned']),
  openedAt: Instant,
  authorisationId: z.uuid(),
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  /** Of the authorisation. */
  state: AuthorisationState,
  amountCents: PositiveCents,
  method: ChargedMethod,
  decline: DeclineCode.nullable(),
});
export type ScheduledException = z.infer<typeof ScheduledException>;

/** A debit that stands by a spoken yes; its written copy has not come back signed. */
export const UnsignedCopy = z.object({
  authorisationId: z.uuid(),
  guarantorId: GuarantorId,
  guarantorName: z.string(),
  region: RegionCode,
  kind: z.enum(['once', 'series', 'autopay', 'plan']),
  method: AchMethod,
  /** When the terms it shows were agreed to. */
  agreedAt: Instant,
});
export type UnsignedCopy = z.infer<typeof UnsignedCopy>;

const always = ['bad_request', 'signed_out', 'not_allowed', 'not_verified'] as const;
const existing = [
  ...always,
  'authorisation_not_found',
  'authorisation_ended',
] as const satisfies ProblemCode[];
const ofTerms = [
  'authorisation_incomplete',
  'recording_reference_wrong',
  'date_not_in_future',
  'date_banks_closed',
  'date_too_soon',
  'date_beyond_a_year',
  'series_too_short',
  'series_too_long',
  'amount_over_balance',
  'plan_not_found',
  'plan_ended',
  'plan_changed_meanwhile',
] as const satisfies ProblemCode[];

export const authorisationRoutes = {
  authorisations: route({
    method: 'GET',
    path: '/v1/verifications/:verificationId/authorisations',
    summary: 'What this guarantor authorised to be taken later, the newest first, with its history',
    params: z.object({ verificationId }),
    status: 200,
    reply: z.object({ authorisations: z.array(Authorisation) }),
    problems: always,
  }),
  makeAuthorisation: route({
    method: 'PUT',
    path: '/v1/authorisations/:authorisationId',
    summary:
      'Keep a payment method and what it may be used for: one date, a series, autopay, or the instalments of a plan. Sent again it is answered alike',
    params: byId,
    body: NewAuthorisation,
    status: 200,
    reply: Authorisation,
    problems: [
      ...always,
      ...ofTerms,
      'autopay_exists',
      'key_reused',
      'token_unknown',
      'method_not_found',
      'bank_account_blocked',
      'unavailable',
    ],
  }),
  changeAuthorisation: route({
    method: 'POST',
    path: '/v1/authorisations/:authorisationId/change',
    summary: 'Agree to other terms of the same kind; what was not taken yet follows them',
    params: byId,
    body: z.strictObject({ verificationId, terms: AuthorisationTerms, agreement: Agreement }),
    status: 200,
    reply: Authorisation,
    problems: [...existing, ...ofTerms],
  }),
  skipScheduledPayment: route({
    method: 'POST',
    path: '/v1/authorisations/:authorisationId/skip',
    summary: 'Leave one payment out; the others stay',
    params: byId,
    body: z.strictObject({ verificationId, occurrence: OccurrenceName }),
    status: 200,
    reply: Authorisation,
    problems: [...existing, 'already_taken'],
  }),
  revokeAuthorisation: route({
    method: 'POST',
    path: '/v1/authorisations/:authorisationId/revoke',
    summary: 'End it; nothing that was not sent yet is taken any more',
    params: byId,
    body: z.strictObject({ verificationId, reason: z.string().trim().min(3).max(500) }),
    status: 200,
    reply: Authorisation,
    problems: existing,
  }),
  recordSignedCopy: route({
    method: 'POST',
    path: '/v1/authorisations/:authorisationId/signed-copy',
    summary:
      'The written copy of the present terms came back signed: debits from now on go as authorised in writing. A supervisor needs no call for it',
    params: byId,
    body: SignedCopy.extend({ verificationId: verificationId.nullable() }).strict(),
    status: 200,
    reply: Authorisation,
    problems: [...existing, 'signed_date_wrong', 'signed_already'],
  }),
  unsignedCopies: route({
    method: 'GET',
    path: '/v1/unsigned-authorisations',
    summary: 'Debits that stand by a spoken yes, whose written copies have not come back signed',
    status: 200,
    reply: z.object({ copies: z.array(UnsignedCopy).max(MOST_EXCEPTIONS) }),
    problems: ['signed_out', 'not_allowed'],
  }),
};

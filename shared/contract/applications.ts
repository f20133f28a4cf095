import { z } from 'zod';
import {
  ApplicantStatement,
  AssistanceApplication,
  SeenDocument,
} from '../assistance/application.ts';
import { DocumentKind } from '../assistance/policy.ts';
import { CalendarDate } from '../calendar/dates.ts';
import { Reason } from '../text/reason.ts';
import type { ProblemCode } from './problem.ts';
import { route } from './route.ts';

const always = ['bad_request', 'signed_out', 'not_allowed'] as const satisfies ProblemCode[];
const inOwnCase = [
  ...always,
  'case_not_found',
  'case_closed',
  'case_not_taken',
  'case_taken',
] as const satisfies ProblemCode[];
const ofApplication = [
  ...inOwnCase,
  'application_not_found',
  'application_moved',
] as const satisfies ProblemCode[];
const byApplication = z.object({ applicationId: z.uuid() });
const caseId = z.uuid();

/**
 * What becomes of a document that is asked for; `why` is needed where it is refused or waived, `seen` where it is
 * accepted though no file of its kind is here.
 */
export const RequirementChange = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('received'), on: CalendarDate }),
  z.strictObject({
    state: z.literal('accepted'),
    on: CalendarDate,
    seen: SeenDocument.optional(),
  }),
  z.strictObject({ state: z.literal('refused'), why: Reason }),
  z.strictObject({ state: z.literal('waived'), why: Reason }),
]);
export type RequirementChange = z.infer<typeof RequirementChange>;

/** A decision: the reason is told to the applicant, and needed unless it is the rule's own award. */
export const ApplicationDecision = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('awarded'),
    percent: z.int().min(1).max(100),
    reason: Reason.nullable(),
  }),
  z.strictObject({ outcome: z.literal('denied'), reason: Reason }),
]);
export type ApplicationDecision = z.infer<typeof ApplicationDecision>;

/** Applications for Medical Financial Assistance, from draft to decision and appeal. */
export const applicationRoutes = {
  caseApplications: route({
    method: 'GET',
    path: '/v1/cases/:caseId/applications',
    summary: 'The applications of the guarantor of a case, the newest first',
    params: z.object({ caseId }),
    status: 200,
    reply: z.object({ applications: z.array(AssistanceApplication) }),
    problems: [...always, 'case_not_found'],
  }),
  beginApplication: route({
    method: 'PUT',
    path: '/v1/applications/:applicationId',
    summary:
      'Begin an application on what the household said last. Sent again it is answered alike',
    params: byApplication,
    body: z.strictObject({ caseId }),
    status: 200,
    reply: AssistanceApplication,
    problems: [...inOwnCase, 'key_reused', 'application_exists', 'screening_missing'],
  }),
  submitApplication: route({
    method: 'POST',
    path: '/v1/applications/:applicationId/submission',
    summary:
      'Hand it in with what the applicant said or signed, on what the household said last; collections stand still from now',
    params: byApplication,
    body: z.strictObject({ caseId, statement: ApplicantStatement }),
    status: 200,
    reply: AssistanceApplication,
    problems: [
      ...ofApplication,
      'screening_missing',
      'application_incomplete',
      'application_too_late',
      'no_assistance_policy',
      'statement_date_wrong',
    ],
  }),
  settleRequirement: route({
    method: 'PUT',
    path: '/v1/applications/:applicationId/requirements/:kind',
    summary: 'Say what became of a document that is asked for; with the last one the review begins',
    params: byApplication.extend({ kind: DocumentKind }),
    body: z.strictObject({ caseId, change: RequirementChange }),
    status: 200,
    reply: AssistanceApplication,
    problems: [
      ...ofApplication,
      'requirement_unknown',
      'document_date_wrong',
      'document_not_seen',
      'card_in_reason',
    ],
  }),
  decideApplication: route({
    method: 'PUT',
    path: '/v1/determinations/:determinationId',
    summary:
      'Decide an application, or an appeal, once under its id; by somebody who neither entered nor denied it',
    params: z.object({ determinationId: z.uuid() }),
    body: z.strictObject({ applicationId: z.uuid(), decision: ApplicationDecision }),
    status: 200,
    reply: AssistanceApplication,
    problems: [
      ...always,
      'application_not_found',
      'application_not_in_review',
      'application_moved',
      'application_decided',
      'own_application',
      'own_denial',
      'decision_reason_missing',
      'award_not_in_policy',
      'document_not_seen',
      'card_in_reason',
      'key_reused',
    ],
  }),
  appealApplication: route({
    method: 'POST',
    path: '/v1/applications/:applicationId/appeal',
    summary: 'Take an appeal against a denial, once, within the days of the policy',
    params: byApplication,
    body: z.strictObject({ caseId, note: Reason }),
    status: 200,
    reply: AssistanceApplication,
    problems: [
      ...ofApplication,
      'appeal_too_late',
      'appealed_before',
      'application_exists',
      'card_in_reason',
    ],
  }),
  withdrawApplication: route({
    method: 'POST',
    path: '/v1/applications/:applicationId/withdrawal',
    summary: 'Withdraw an application that is open, as its applicant wishes',
    params: byApplication,
    body: z.strictObject({ caseId, note: Reason }),
    status: 200,
    reply: AssistanceApplication,
    problems: [...ofApplication, 'card_in_reason'],
  }),
};
